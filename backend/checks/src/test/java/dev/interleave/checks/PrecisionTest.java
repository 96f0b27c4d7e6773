package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Programs with a data race in some interleaving, and programs with none: `precision/<what orders,
/// or is thought to>/{Racy,Free}….java`. A line that ends with `// here` is one that the finding
/// must name; with `// unsafe`, one for the finding of a collection used by two.
@ExtendWith(LiveServer.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
final class PrecisionTest {
    private static final Corpus CORPUS = Corpus.of("precision");
    private static final String RACE = "DataRace";
    private static final String COLLECTION = "UnsafeCollection";
    private static final int EDGES = 64;
    private static final long SEED = 1;
    private static final int SCHEDULES = 1_000;
    private static final int WALL_MILLIS = 10_000;

    static List<String> racyPrograms() throws IOException {
        return programs("/Racy");
    }

    static List<String> freePrograms() throws IOException {
        return programs("/Free");
    }

    @Test
    void programs_ofEveryEdge_areThereRacyAndFree() throws IOException {
        assertThat(edges(racyPrograms()))
                .isEqualTo(edges(freePrograms()))
                .hasSizeGreaterThanOrEqualTo(EDGES);
        assertThat(racyPrograms().size() + freePrograms().size())
                .isEqualTo(CORPUS.programs(2).size());
    }

    @ParameterizedTest
    @MethodSource("racyPrograms")
    void explore_racyProgram_findsTheRace(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = CORPUS.source(program);
        List<Integer> unsafe = Corpus.marked(source, "// unsafe");
        JsonNode run = Controlled.explore(server, source, SEED, SCHEDULES, WALL_MILLIS);
        List<JsonNode> found = Controlled.findings(run, unsafe.isEmpty() ? RACE : COLLECTION);
        assertThat(found).as(run.toString()).isNotEmpty();
        assertThat(found.stream().flatMap(finding -> finding.path("lines").valueStream()))
                .extracting(JsonNode::asInt)
                .containsAll(unsafe)
                .containsAll(Corpus.marked(source, "// here"));
    }

    @ParameterizedTest
    @MethodSource("freePrograms")
    void explore_freeProgram_findsNone(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = CORPUS.source(program);
        JsonNode run = Controlled.explore(server, source, SEED, SCHEDULES, WALL_MILLIS);
        assertThat(Controlled.outcome(run)).as(run.toString()).isEqualTo("Completed");
        assertThat(run.path("search").path("schedules").asInt()).isPositive();
        assertThat(Controlled.findings(run, RACE)).isEmpty();
        assertThat(Controlled.findings(run, COLLECTION)).isEmpty();
    }

    private static List<String> programs(String which) throws IOException {
        return CORPUS.programs(2).stream().filter(path -> path.contains(which)).toList();
    }

    private static Set<String> edges(List<String> programs) {
        return programs.stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
