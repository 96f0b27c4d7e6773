package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Programs that have a finding and programs that only look like it. The folder says which:
/// `findings/<kind>/with` and `findings/<kind>/without`. A line that ends with `// here` is one
/// that the finding must name.
@ExtendWith(LiveServer.Shared.class)
final class FindingsTest {
    private static final Path PROGRAMS =
            LiveServer.ROOT.resolve("backend/checks/src/test/resources/findings");
    private static final String MARK = "// here";

    static List<String> programsWith() throws IOException {
        return programs("with");
    }

    static List<String> programsWithout() throws IOException {
        return programs("without");
    }

    @Test
    void programs_ofEveryKind_areThereWithAndWithout() throws IOException {
        for (FindingKind kind : FindingKind.values()) {
            if (kind.isControlledOnly()) {
                continue; // these programs run live
            }
            for (String which : List.of("with", "without")) {
                assertThat(programs(which))
                        .filteredOn(path -> path.startsWith(kind.text() + "/"))
                        .as(kind.text() + " " + which)
                        .hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("programsWith")
    void program_thatHasIt_isToldSo(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = Files.readString(PROGRAMS.resolve(program));
        List<JsonNode> found = findings(server, source, kindOf(program));
        assertThat(found).isNotEmpty();
        assertThat(found.stream().flatMap(finding -> finding.path("lines").valueStream()))
                .extracting(JsonNode::asInt)
                .containsAll(markedLines(source));
    }

    @ParameterizedTest
    @MethodSource("programsWithout")
    void program_thatOnlyLooksLikeIt_isNotToldSo(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = Files.readString(PROGRAMS.resolve(program));
        assertThat(findings(server, source, kindOf(program))).isEmpty();
    }

    private static List<JsonNode> findings(LiveServer server, String source, String kind)
            throws IOException, InterruptedException {
        JsonNode run = server.run(source);
        assertThat(run.path("outcome").path("kind").asText())
                .as(run.toString())
                .isIn("Completed", "Deadlocked", "Threw");
        return run.path("findings")
                .valueStream()
                .filter(finding -> finding.path("kind").asText().equals(kind))
                .toList();
    }

    private static String kindOf(String program) {
        return program.substring(0, program.indexOf('/'));
    }

    private static List<Integer> markedLines(String source) {
        var marked = new ArrayList<Integer>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(MARK)) {
                marked.add(i + 1);
            }
        }
        return marked;
    }

    private static List<String> programs(String which) throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> PROGRAMS.relativize(file).toString())
                    .filter(path -> Arrays.asList(path.split("/")).contains(which))
                    .sorted()
                    .toList();
        }
    }
}
