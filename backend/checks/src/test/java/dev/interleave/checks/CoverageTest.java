package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.TraceEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every public method of the JDK that belongs to concurrency is seen, shown by a program that
/// calls it, or left out with a reason. A JDK that adds one that is neither fails here, and
/// `backend/docs/concurrency-coverage.md` says the same to people; `-Dgolden.update=true` writes it
/// anew.
@ExtendWith(LiveServer.Shared.class)
final class CoverageTest {
    private static final Path DOC = LiveServer.ROOT.resolve("backend/docs/concurrency-coverage.md");

    private final Coverage coverage = Coverage.read();

    static List<String> programs() {
        return Coverage.read().programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void program_run_showsWhatItCovers(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = Files.readString(Coverage.programFile(program));
        JsonNode run = server.run(source, source.startsWith("// memory"));
        assertThat(run.path("outcome").path("kind").asText())
                .as(run.toString())
                .isEqualTo("Completed");
        assertThat(run.path("findings")).isEmpty();
        List<TraceEvent> events =
                TraceFile.records(
                        TraceFile.framesOfFile(
                                server.bytes("/api/runs/" + run.path("id").asText() + "/trace")));
        Set<String> seen =
                events.stream()
                        .filter(event -> !event.kind().isMemoryAccess())
                        .flatMap(event -> Operation.tryOf(event.operation()).stream())
                        .map(CoverageTest::text)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen)
                .containsAll(
                        coverage.rowsOf(program).stream()
                                .map(CoverageTest::text)
                                .collect(Collectors.toSet()));
        assertThat(events.stream().map(TraceEvent::kind).collect(Collectors.toSet()))
                .containsAll(
                        coverage.eventsOf(program).stream()
                                .map(EventKind::valueOf)
                                .collect(Collectors.toSet()));
    }

    @Test
    void rows_ofTheTable_areCoveredByAProgram() {
        assertThat(Operation.ALL).filteredOn(row -> coverage.programOf(row).isEmpty()).isEmpty();
    }

    @Test
    void methods_ofTheJdk_areSeenOrLeftOut() {
        assertThat(coverage.methods())
                .filteredOn(method -> coverage.fateOf(method).isEmpty())
                .as("methods that are neither seen nor left out with a reason")
                .isEmpty();
    }

    @Test
    void lines_ofTheLists_fitSomeMethod() {
        assertThat(coverage.unusedLines()).as("lines that fit no method").isEmpty();
    }

    @Test
    void document_isUpToDate() throws IOException {
        String written = coverage.document();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOC, written);
        }
        assertThat(Files.readString(DOC)).isEqualTo(written);
    }

    private static String text(Operation row) {
        return row.owner() + "." + row.method() + row.descriptor();
    }
}
