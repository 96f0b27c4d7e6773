package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;

/// Programs that are hard for who decides every switch: `explore/survive/….java`. The first line
/// says how they may end.
@ExtendWith(LiveServer.Shared.class)
final class SurviveTest {
    private static final Corpus CORPUS = Corpus.of("explore/survive");
    private static final long SEED = 1;
    private static final int SCHEDULES = 50;
    private static final int WALL_MILLIS = 10_000;

    static List<String> programs() throws IOException {
        return CORPUS.programs(1);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void explore_hardProgram_endsAsItMay(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = CORPUS.source(program);
        JsonNode run = Controlled.explore(server, source, SEED, SCHEDULES, WALL_MILLIS);
        assertThat(Controlled.outcome(run))
                .as(run.toString())
                .isIn(Corpus.expected(source, "ends"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void once_sameSeedAgain_endsAndSaysTheSame(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = CORPUS.source(program);
        JsonNode one = Controlled.once(server, source, SEED);
        JsonNode again = Controlled.once(server, source, SEED);
        assertThat(Controlled.outcome(one))
                .as(one.toString())
                .isIn(Corpus.expected(source, "ends"));
        assertThat(again.path("outcome")).isEqualTo(one.path("outcome"));
        assertThat(again.path("output")).isEqualTo(one.path("output"));
    }
}
