package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// What searches say of the lessons: how soon one that is broken fails, whether its schedule goes
/// the same way a thousand times, and how many interleavings one that is mended has.
final class LessonBenchmark {
    private static final int REPLAYS = 1_000;

    private static final int SCHEDULES = 300;
    private static final int ALL_SCHEDULES = 1_000_000;
    private static final int WALL_MILLIS = 60_000;

    /// What a search gets that nobody gave another time.
    private static final int ALL_MILLIS = 10_000;

    private LessonBenchmark() {}

    static void print(LiveServer server) throws IOException, InterruptedException {
        broken(server);
        mended(server);
    }

    private static void broken(LiveServer server) throws IOException, InterruptedException {
        String slowest = "";
        double most = 0;
        long replays = 0;
        var others = new ArrayList<String>();
        List<String> lessons = LessonExploreTest.broken();
        for (String lesson : lessons) {
            String source = source(lesson);
            JsonNode run =
                    Controlled.explore(server, source, "portfolio", 0, SCHEDULES, WALL_MILLIS);
            double seconds = run.path("timing").path("runMillis").asDouble() / 1e3;
            if (seconds > most) {
                most = seconds;
                slowest = lesson;
            }
            String schedule = run.path("schedule").asText();
            for (int left = REPLAYS; left > 0; ) { // one that computes for long needs several runs
                JsonNode again = Controlled.repeat(server, source, schedule, left, WALL_MILLIS);
                int repeated = again.path("search").path("schedules").asInt();
                replays += repeated;
                left -= repeated;
                if (repeated == 0 || !kinds(again).equals(kinds(run))) {
                    others.add(lesson + ": " + again.path("findings") + again.path("outcome"));
                    break;
                }
            }
        }
        Benchmark.print(
                "Explore, slowest of the broken lessons (budget 10 s): " + slowest, "%.1f s", most);
        Benchmark.print("broken lessons", "%,d", lessons.size());
        Benchmark.print("  replays of their schedules", "%,d", replays);
        Benchmark.print("  lessons that went another way", "%,d", others.size());
        others.forEach(lesson -> System.out.println("    " + lesson));
    }

    /// Where one replay went another way, `Uncontrolled` is among them.
    private static List<String> kinds(JsonNode run) {
        return run.path("findings").findValuesAsText("kind");
    }

    private static void mended(LiveServer server) throws IOException, InterruptedException {
        for (String lesson : LessonTest.lessons()) {
            if (!lesson.endsWith("-mended")) {
                continue;
            }
            JsonNode search =
                    Controlled.explore(server, source(lesson), "dpor", 0, ALL_SCHEDULES, ALL_MILLIS)
                            .path("search");
            String said =
                    search.path("exhausted").asBoolean() ? "%,d, all of them" : "%,d, not all";
            Benchmark.print("interleavings of " + lesson, said, search.path("classes").asLong());
            if (search.path("failing").asLong() > 0) {
                System.out.println("    FAILS: " + search);
            }
        }
    }

    private static String source(String lesson) throws IOException {
        return Files.readString(LiveServer.EXAMPLES.resolve(lesson + "/Program.java"));
    }
}
