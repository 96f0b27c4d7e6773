package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Programs that fail in some interleavings: `explore/….java`. The first line says how: an outcome,
/// or the kind of a finding.
@ExtendWith(LiveServer.Shared.class)
final class ExploreTest {
    static final Corpus CORPUS = Corpus.of("explore");

    private static final long SEED = 1;
    private static final int SCHEDULES = 20_000;
    private static final int WALL_MILLIS = 20_000;

    /// What was found, by program: searched once for all tests.
    private static final Map<String, JsonNode> FOUND = new HashMap<>();

    static List<String> programs() throws IOException {
        return CORPUS.programs(1);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void explore_programThatCanFail_findsHow(String program, LiveServer server)
            throws IOException, InterruptedException {
        JsonNode run = found(program, server);
        JsonNode search = run.path("search");
        assertThat(failures(run))
                .as(run.toString())
                .containsAll(Corpus.expected(CORPUS.source(program), "fails"));
        assertThat(search.path("failing").asInt()).isPositive();
        assertThat(search.path("firstFailure").asInt())
                .isBetween(1, search.path("schedules").asInt());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void replay_scheduleThatFailed_failsTheSameWay(String program, LiveServer server)
            throws IOException, InterruptedException {
        JsonNode found = found(program, server);
        String schedule = found.path("schedule").asText();
        JsonNode replayed = Controlled.replay(server, CORPUS.source(program), schedule);
        assertThat(replayed.path("outcome")).isEqualTo(found.path("outcome"));
        assertThat(replayed.path("findings")).isEqualTo(found.path("findings"));
        assertThat(replayed.path("output")).isEqualTo(found.path("output"));
        assertThat(replayed.path("schedule").asText()).isEqualTo(schedule);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void explore_sameSeedAgain_findsTheSame(String program, LiveServer server)
            throws IOException, InterruptedException {
        JsonNode one = found(program, server);
        JsonNode again = explore(program, server);
        assertThat(again.path("schedule")).isEqualTo(one.path("schedule"));
        assertThat(again.path("search").path("firstFailure"))
                .isEqualTo(one.path("search").path("firstFailure"));
    }

    @ParameterizedTest
    @CsvSource({"PhilosophersWhoGiveWay.java, true", "WriterAmongReaders.java, false"})
    void explore_scheduleWithoutAnEnd_isTheSimplest(
            String program, boolean isInTurn, LiveServer server)
            throws IOException, InterruptedException {
        JsonNode run = found(program, server);
        assertThat(run.path("search").path("inTurn").asBoolean()).isEqualTo(isInTurn);
        assertThat(run.path("schedule").asText()).hasSizeLessThan(40);
    }

    @Test
    void count_atRandom_goesOnAndTellsHowManyFail(LiveServer server)
            throws IOException, InterruptedException {
        String source = CORPUS.source("LostUpdateOfAnAtomic.java");
        JsonNode run = Controlled.count(server, source, "random", SEED, 500, WALL_MILLIS);
        JsonNode search = run.path("search");
        assertThat(search.path("schedules").asInt()).isEqualTo(500);
        assertThat(search.path("failing").asInt()).as(search.toString()).isBetween(2, 499);
        assertThat(failures(run)).containsAll(Corpus.expected(source, "fails"));
    }

    @Test
    void count_everyInterleaving_isThroughAndTellsHowManyFail(LiveServer server)
            throws IOException, InterruptedException {
        String source = CORPUS.source("LostUpdateOfAnAtomic.java");
        JsonNode run = Controlled.count(server, source, "dpor", SEED, SCHEDULES, WALL_MILLIS);
        JsonNode search = run.path("search");
        assertThat(search.path("exhausted").asBoolean()).as(search.toString()).isTrue();
        assertThat(search.path("failing").asInt())
                .as(search.toString())
                .isBetween(1, search.path("schedules").asInt() - 1);
    }

    /// The outcome and the kinds of findings.
    static Set<String> failures(JsonNode run) {
        var failures = new TreeSet<String>();
        failures.add(Controlled.outcome(run));
        run.path("findings")
                .valueStream()
                .map(finding -> finding.path("kind").asText())
                .forEach(failures::add);
        return failures;
    }

    private static JsonNode found(String program, LiveServer server)
            throws IOException, InterruptedException {
        JsonNode found = FOUND.get(program);
        if (found == null) {
            found = explore(program, server);
            FOUND.put(program, found);
        }
        return found;
    }

    private static JsonNode explore(String program, LiveServer server)
            throws IOException, InterruptedException {
        return Controlled.explore(server, CORPUS.source(program), SEED, SCHEDULES, WALL_MILLIS);
    }
}
