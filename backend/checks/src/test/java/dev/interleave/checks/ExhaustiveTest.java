package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// May partial-order reduction say that it has seen all interleavings? Small programs whose end
/// depends on who moves when: `exhaustive/….java`. The first line lists all ends there are, of
/// which each is to be found, and no other by chance, where the samplers take turns; or how the
/// program fails in some interleavings.
///
/// A program tells its end by `tell`. The test adds that method: it throws where the end is the one
/// that is looked for.
@ExtendWith(LiveServer.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
final class ExhaustiveTest {
    private static final Corpus CORPUS = Corpus.of("exhaustive");
    private static final List<String> SAMPLERS = List.of("random", "pct", "pos");
    private static final long SEED = 1;
    private static final int ALL_SCHEDULES = 100_000;
    private static final int SAMPLES = 1_000;
    private static final int WALL_MILLIS = 30_000;

    record End(String program, String end) {
        @Override
        public String toString() {
            return program + ": " + end;
        }
    }

    private static Collection<String> programs(boolean tells) throws IOException {
        var programs = new ArrayList<String>();
        for (String program : CORPUS.programs(1)) {
            if (CORPUS.source(program).contains(" tell(") == tells) {
                programs.add(program);
            }
        }
        return programs;
    }

    static Collection<String> telling() throws IOException {
        return programs(true);
    }

    static Collection<String> failing() throws IOException {
        return programs(false);
    }

    static Collection<Object> ends() throws IOException {
        var ends = new ArrayList<>();
        for (String program : telling()) {
            for (String end : ends(CORPUS.source(program))) {
                ends.add(new End(program, end));
            }
        }
        return ends;
    }

    @ParameterizedTest
    @MethodSource("telling")
    void explore_endThatIsNone_passesAllInterleavings(String program, LiveServer server)
            throws IOException, InterruptedException {
        JsonNode run = explore(server, toldBeyond(program), "dpor", ALL_SCHEDULES);
        assertThat(Controlled.outcome(run)).as(run.toString()).isEqualTo("Completed");
        assertThat(run.path("search").path("failing").asInt()).isZero();
        assertThat(run.path("search").path("exhausted").asBoolean())
                .as(run.path("search").toString())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("telling")
    void explore_endThatIsNone_isNotFoundByChance(String program, LiveServer server)
            throws IOException, InterruptedException {
        String sampler = SAMPLERS.get(Math.floorMod(program.hashCode(), SAMPLERS.size()));
        JsonNode run = explore(server, toldBeyond(program), sampler, SAMPLES);
        assertThat(Controlled.outcome(run))
                .as(sampler + ": " + run.path("outcome"))
                .isEqualTo("Completed");
    }

    @ParameterizedTest
    @MethodSource("ends")
    void explore_endThatIsOne_findsIt(End end, LiveServer server)
            throws IOException, InterruptedException {
        String source = told(end.program, "outcome.equals(\"" + end.end + "\")");
        JsonNode run = explore(server, source, "dpor", ALL_SCHEDULES);
        assertThat(Controlled.outcome(run)).as(run.path("search").toString()).isEqualTo("Threw");
    }

    @ParameterizedTest
    @MethodSource("failing")
    void explore_programThatCanFail_findsHow(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = CORPUS.source(program);
        JsonNode run = explore(server, source, "dpor", ALL_SCHEDULES);
        assertThat(ExploreTest.failures(run))
                .as(run.path("search").toString())
                .containsAll(Corpus.expected(source, "fails"));
    }

    private static List<String> ends(String source) {
        return Corpus.expected(source, "outcomes");
    }

    private static String toldBeyond(String program) throws IOException {
        String known =
                ends(CORPUS.source(program)).stream()
                        .map(end -> "\"" + end + "\"")
                        .collect(Collectors.joining(", "));
        return told(program, "!List.of(" + known + ").contains(outcome)");
    }

    private static String told(String program, String fails) throws IOException {
        return CORPUS.source(program)
                + """

                void tell(String outcome) {
                    if (%s) {
                        throw new IllegalStateException(outcome);
                    }
                }
                """
                        .formatted(fails);
    }

    private static JsonNode explore(
            LiveServer server, String source, String strategy, int schedules)
            throws IOException, InterruptedException {
        return Controlled.explore(server, source, strategy, SEED, schedules, WALL_MILLIS);
    }
}
