package dev.interleave.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class PlainWallTest {
    @TempDir private Path folder;

    @Test
    void environment_serverHasOne_isNotInherited() throws IOException {
        try (Inmate inmate = Inmate.start(RealSandbox.shared(SandboxLevel.NONE))) {
            assertThat(inmate.ask("environment")).isIn("[]", "[PWD]");
        }
    }

    @Test
    void native_beyondDataLimit_isRefused() throws IOException {
        try (Inmate inmate = Inmate.start(RealSandbox.shared(SandboxLevel.NONE))) {
            assertThat(Long.parseLong(inmate.ask("native " + (4L << 30))))
                    .isLessThan(Inmate.LIMITS.dataBytes());
        }
    }

    @Test
    void start_serverKilled_processDiesWithIt() throws Exception {
        try (ServerStandIn server = ServerStandIn.start(SandboxLevel.NONE, folder)) {
            ProcessHandle java = ProcessHandle.of(server.javaPid()).orElseThrow();

            server.killAtOnce();

            assertThat(java.onExit().get(30, TimeUnit.SECONDS)).isEqualTo(java);
        }
    }
}
