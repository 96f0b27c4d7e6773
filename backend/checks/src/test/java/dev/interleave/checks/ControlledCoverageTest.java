package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// The programs that call every method of the JDK's concurrency, where every switch is decided: no
/// runner is lost, and none goes another way when it is repeated. How they end is not told: a
/// timeout may win there that never does in a live run.
@ExtendWith(LiveServer.Shared.class)
final class ControlledCoverageTest {
    private static final int SCHEDULES = 50;
    private static final int WALL_MILLIS = 10_000;

    static List<String> programs() {
        return CoverageTest.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void explore_manySchedules_areAllControlled(String program, LiveServer server)
            throws IOException, InterruptedException {
        JsonNode run = Controlled.explore(server, source(program), 1, SCHEDULES, WALL_MILLIS);
        assertThat(Controlled.outcome(run)).as(run.toString()).isNotEqualTo("RunnerLost");
        assertThat(Controlled.findings(run, "Uncontrolled")).isEmpty();
    }

    private static String source(String program) throws IOException {
        return Files.readString(Coverage.programFile(program));
    }
}
