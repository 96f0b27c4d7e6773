package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class OriginsTest {
    private final Origins origins = new Origins(List.of("https://teach.example"));

    @Test
    void allows_ownPage_isTrue() {
        assertThat(origins.allows("http://localhost:7070", "localhost:7070")).isTrue();
    }

    @Test
    void allows_ownPageBehindTls_isTrue() {
        assertThat(origins.allows("https://play.example", "play.example")).isTrue();
    }

    @Test
    void allows_pageTheOperatorNamed_isTrue() {
        assertThat(origins.allows("https://teach.example", "localhost:7070")).isTrue();
    }

    @Test
    void allows_otherPage_isFalse() {
        assertThat(origins.allows("https://evil.example", "localhost:7070")).isFalse();
    }

    @Test
    void allows_otherPortOfTheHost_isFalse() {
        assertThat(origins.allows("http://localhost:8080", "localhost:7070")).isFalse();
    }

    @Test
    void allows_hostAsPrefix_isFalse() {
        assertThat(origins.allows("http://localhost:7070.evil.example", "localhost:7070"))
                .isFalse();
    }

    @Test
    void allows_hostAsUser_isFalse() {
        assertThat(origins.allows("http://localhost:7070@evil.example", "localhost:7070"))
                .isFalse();
    }

    @Test
    void allows_noOrigin_isFalse() {
        assertThat(origins.allows(null, "localhost:7070")).isFalse();
    }

    @Test
    void allows_noHost_isFalse() {
        assertThat(origins.allows("http://localhost:7070", null)).isFalse();
    }

    @Test
    void allows_opaqueOriginToHostCalledNull_isFalse() {
        assertThat(origins.allows("null", "null")).isFalse();
    }

    @Test
    void allows_originThatIsNoneToEmptyHost_isFalse() {
        assertThat(origins.allows("not a URI", "")).isFalse();
    }
}
