package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// For each program of `explore`: how fast schedules run, races included, when all that fail are
/// counted; and over several seeds how soon the first one is found. A seed that finds nothing is
/// counted, and left out of the medians. The time is that of the whole search, minimising included.
final class ExploreBenchmark {
    private static final int SEEDS = 20;
    private static final int SCHEDULES = 100_000;
    private static final int WALL_MILLIS = 30_000;

    /// For the speed: so many at random.
    private static final int COUNTED = 20_000;

    private static final int BUDGET_A_SECOND = 5_000;

    private ExploreBenchmark() {}

    static void print(LiveServer server) throws IOException, InterruptedException {
        System.out.printf(
                "%n%-30s %12s %9s %22s %18s %10s%n",
                "explored, over " + SEEDS + " seeds",
                "schedules/s",
                "failing",
                "schedules to failure",
                "ms to failure",
                "not found");
        var speeds = new ArrayList<Double>();
        for (String program : ExploreTest.programs()) {
            speeds.add(measure(program, server));
        }
        Benchmark.print(
                "schedules a second, median (budget 5,000)",
                "%,.0f",
                Benchmark.quantile(speeds, 0.5));
        Benchmark.print("  slowest", "%,.0f", Collections.min(speeds));
        Benchmark.print(
                "  programs below the budget",
                "%,d",
                speeds.stream().filter(speed -> speed < BUDGET_A_SECOND).count());
    }

    private static double measure(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = ExploreTest.CORPUS.source(program);
        List<String> expected = Corpus.expected(source, "fails");
        var schedules = new ArrayList<Double>();
        var millis = new ArrayList<Double>();
        int missed = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            JsonNode run = Controlled.explore(server, source, seed, SCHEDULES, WALL_MILLIS);
            JsonNode search = run.path("search");
            if (ExploreTest.failures(run).containsAll(expected)) {
                schedules.add(search.path("firstFailure").asDouble());
                millis.add(search.path("millis").asDouble());
            } else {
                missed++;
            }
        }
        JsonNode counted =
                Controlled.count(server, source, "random", 1, COUNTED, WALL_MILLIS).path("search");
        double number = counted.path("schedules").asDouble();
        double speed = number * 1e3 / Math.max(counted.path("millis").asDouble(), 1);
        System.out.printf(
                "%-30s %,12.0f %8.1f%% %22s %18s %10d%n",
                program.replace(".java", ""),
                speed,
                100 * counted.path("failing").asDouble() / number,
                medianAndWorst(schedules),
                medianAndWorst(millis),
                missed);
        return speed;
    }

    private static String medianAndWorst(List<Double> values) {
        return values.isEmpty()
                ? "-"
                : "%,.0f, worst %,.0f"
                        .formatted(
                                Benchmark.quantile(values, 0.5), Benchmark.quantile(values, 1.0));
    }
}
