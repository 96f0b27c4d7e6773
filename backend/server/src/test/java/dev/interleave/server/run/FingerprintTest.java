package dev.interleave.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Runtime.Version JDK = Runtime.Version.parse("25.0.3+9-LTS");

    @Test
    void of_sameSourceAndJdk_isTheSame() {
        assertThat(Fingerprint.of("int i;", JDK))
                .isEqualTo(Fingerprint.of("int i;", JDK))
                .matches("[0-9a-f]{12}");
    }

    @Test
    void of_otherSource_isAnother() {
        assertThat(Fingerprint.of("int j;", JDK)).isNotEqualTo(Fingerprint.of("int i;", JDK));
    }

    @Test
    void of_otherBuildOfTheJdk_isAnother() {
        assertThat(Fingerprint.of("int i;", Runtime.Version.parse("25.0.3+8-LTS")))
                .isNotEqualTo(Fingerprint.of("int i;", JDK));
    }
}
