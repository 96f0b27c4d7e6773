package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every lesson is complete, and its program does what its `expected.json` says: `outcome`;
/// `output`, the exact text; `outputLines`, lines that are there in any order; `lanes`, names that
/// are there; `findings`, the kinds of all of them in any order, none if it is left out; `states`,
/// those that a lane goes through in every run; `endStates`, what a lane is doing when the run
/// ends; for the others see [LessonExploreTest].
@ExtendWith(LiveServer.Shared.class)
final class LessonTest {
    private static final Set<String> FILES =
            Set.of("lesson.md", "Program.java", "program.rs", "expected.json");
    private static final Set<String> KEYS =
            Set.of(
                    "outcome",
                    "output",
                    "outputLines",
                    "lanes",
                    "findings",
                    "states",
                    "endStates",
                    "explore",
                    "exhausts");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static List<String> lessons() throws IOException {
        return names(LiveServer.EXAMPLES);
    }

    @Test
    void lessons_asServed_areAllFolders(LiveServer server)
            throws IOException, InterruptedException {
        var served = server.json("/api/examples").findValuesAsText("name");
        assertThat(served).isNotEmpty().containsExactlyInAnyOrderElementsOf(lessons());
    }

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void lesson_thatMendsAFinding_isThere(FindingKind kind) throws IOException {
        assertThat(lessons()).contains(kind.lesson());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void lesson_asServed_isComplete(String name, LiveServer server)
            throws IOException, InterruptedException {
        assertThat(names(LiveServer.EXAMPLES.resolve(name)))
                .containsExactlyInAnyOrderElementsOf(FILES);
        JsonNode lesson = server.json("/api/examples/" + name);
        for (String part : List.of("title", "section", "text", "lookFor", "rust", "source")) {
            assertThat(lesson.path(part).asText()).as(part).isNotBlank();
        }
        assertThat(lesson.path("text").asText()).doesNotContain("Look for");
        assertThat(lesson.path("lookFor").asText()).startsWith("- ");
        assertThat(lesson.path("rust").asText()).contains("fn main()");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void program_whenRun_doesWhatTheLessonExpects(String name, LiveServer server)
            throws IOException, InterruptedException {
        Path folder = LiveServer.EXAMPLES.resolve(name);
        JsonNode expected = MAPPER.readTree(Files.readString(folder.resolve("expected.json")));
        JsonNode run = server.run(Files.readString(folder.resolve("Program.java")));

        assertThat(KEYS).containsAll(keys(expected));
        assertThat(run.path("diagnostics")).as("diagnostics").isEmpty();
        assertThat(run.path("outcome").path("kind").asText())
                .as(run.path("outcome").path("text").asText())
                .isEqualTo(expected.path("outcome").asText());
        if (expected.hasNonNull("output")) {
            assertThat(run.path("output").asText()).isEqualTo(expected.path("output").asText());
        }
        assertThat(run.path("output").asText().lines().toList())
                .containsAll(texts(expected.path("outputLines")));
        assertThat(run.path("lanes").findValuesAsText("name"))
                .containsAll(texts(expected.path("lanes")));
        assertThat(kinds(run.path("findings")))
                .containsExactlyInAnyOrderElementsOf(texts(expected.path("findings")));
        assertThat(endStates(run))
                .containsAllEntriesOf(
                        expected.path("endStates").properties().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                entry -> entry.getValue().asText())));
        assertStates(
                expected.path("states"),
                LaneHistories.of(server.bytes("/api/runs/" + run.path("id").asText() + "/trace")));
    }

    private static void assertStates(JsonNode expected, Map<String, List<String>> histories) {
        for (Map.Entry<String, JsonNode> lane : expected.properties()) {
            assertThat(histories).containsKey(lane.getKey());
            assertThat(histories.get(lane.getKey()))
                    .as(lane.getKey())
                    .containsAll(texts(lane.getValue()));
        }
    }

    private static List<String> kinds(JsonNode findings) {
        return findings.findValuesAsText("kind");
    }

    private static Map<String, String> endStates(JsonNode run) {
        return run.path("lanes")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                lane -> lane.path("name").asText(),
                                lane -> lane.path("endState").asText(),
                                (first, _) -> first));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> keys(JsonNode object) {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
