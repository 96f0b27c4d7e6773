package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What Explore says of each lesson, by its `expected.json`: `explore`, the kinds of findings that
/// it reports at least; without, it reports none, and no schedule fails; `exhausts`, that it has
/// seen all interleavings then.
@ExtendWith(LiveServer.Shared.class)
final class LessonExploreTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// Long enough for any machine: what a search takes is measured in [SoakBenchmark].
    private static final int WALL_MILLIS = 60_000;

    /// A search that is to find nothing may end any time.
    private static final int ENOUGH_MILLIS = 8_000;

    /// Those that are wrong are found within the first few; those that are not would go on until
    /// the time is over.
    private static final int SCHEDULES = 300;

    private static final int ALL_SCHEDULES = 20_000;

    private static final int REPLAYS = 50;

    private record Lesson(String name, String source, Set<String> expected, boolean isExhausted) {
        static Lesson of(String name) throws IOException {
            Path folder = LiveServer.EXAMPLES.resolve(name);
            JsonNode expected = MAPPER.readTree(Files.readString(folder.resolve("expected.json")));
            return new Lesson(
                    name,
                    Files.readString(folder.resolve("Program.java")),
                    Set.copyOf(
                            expected.path("explore").valueStream().map(JsonNode::asText).toList()),
                    expected.path("exhausts").asBoolean());
        }
    }

    private static List<String> lessons(boolean isBroken) throws IOException {
        var names = new ArrayList<String>();
        for (String name : LessonTest.lessons()) {
            if (Lesson.of(name).expected.isEmpty() != isBroken) {
                names.add(name);
            }
        }
        return names;
    }

    static List<String> broken() throws IOException {
        return lessons(true);
    }

    static List<String> sound() throws IOException {
        return lessons(false);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void explore_brokenLesson_findsItAndReplaysItTheSame(String name, LiveServer server)
            throws IOException, InterruptedException {
        Lesson lesson = Lesson.of(name);
        JsonNode run = explore(lesson, server, SCHEDULES, WALL_MILLIS);

        assertThat(kinds(run)).as(run.toString()).containsAll(lesson.expected);

        JsonNode again =
                Controlled.repeat(
                        server, lesson.source, run.path("schedule").asText(), REPLAYS, WALL_MILLIS);
        assertThat(again.path("search").path("schedules").asInt()).isEqualTo(REPLAYS);
        assertThat(kinds(again)).isEqualTo(kinds(run)); // else there is Uncontrolled among them
    }

    @ParameterizedTest
    @MethodSource("sound")
    void explore_soundLesson_findsNothing(String name, LiveServer server)
            throws IOException, InterruptedException {
        Lesson lesson = Lesson.of(name);
        JsonNode run =
                lesson.isExhausted
                        ? explore(lesson, server, ALL_SCHEDULES, WALL_MILLIS)
                        : explore(lesson, server, SCHEDULES, ENOUGH_MILLIS);

        assertThat(kinds(run)).as(run.toString()).isEmpty();
        assertThat(run.path("search").path("failing").asInt()).isZero();
        assertThat(run.path("search").path("schedules").asInt()).isPositive();
        if (lesson.isExhausted) {
            assertThat(run.path("search").path("exhausted").asBoolean())
                    .as(run.path("search").toString())
                    .isTrue();
        }
    }

    private static JsonNode explore(Lesson lesson, LiveServer server, int schedules, int wallMillis)
            throws IOException, InterruptedException {
        return Controlled.explore(server, lesson.source, 0, schedules, wallMillis);
    }

    private static List<String> kinds(JsonNode run) {
        return run.path("findings").findValuesAsText("kind");
    }
}
