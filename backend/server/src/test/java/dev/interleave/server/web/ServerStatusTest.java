package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class ServerStatusTest {
    private static final ServerStatus WELL = new ServerStatus("0.1.0", "bwrap", Optional.empty());
    private static final ServerStatus ILL =
            new ServerStatus("0.1.0", "unavailable", Optional.of("install bubblewrap"));

    @Test
    void health_withSandbox_namesIt() {
        assertThat(Json.text(WELL.health()))
                .isEqualTo("{\"status\":\"up\",\"version\":\"0.1.0\",\"sandbox\":\"bwrap\"}");
    }

    @Test
    void health_withoutSandbox_saysWhatToDo() {
        assertThat(ILL.health().get("sandboxProblem").textValue()).isEqualTo("install bubblewrap");
    }

    @Test
    void hello_any_hasTheLimits() {
        assertThat(Json.text(WELL.hello()))
                .endsWith(
                        "\"limits\":{\"sourceBytes\":65536,\"wallMillis\":10000,"
                                + "\"events\":5000000,\"outputBytes\":1048576}}");
    }

    @Test
    void require_noRuns_isRefusedWithTheProblem() {
        assertThat(catchThrowableOfType(Refused.class, () -> ILL.require(Optional.empty())))
                .returns(503, Refused::status)
                .returns("noSandbox", Refused::code)
                .returns("programs can't run on this server: install bubblewrap", Refused::text);
    }
}
