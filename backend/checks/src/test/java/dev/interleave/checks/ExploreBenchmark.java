package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How fast a search runs and how soon it finds what is wrong, for each program of `explore`, over
/// several seeds. A seed that finds nothing is counted, and left out of the medians. The time is
/// that of the whole search, minimising included.
final class ExploreBenchmark {
    private static final int SEEDS = 20;
    private static final int SCHEDULES = 100_000;
    private static final int WALL_MILLIS = 30_000;

    private ExploreBenchmark() {}

    static void print(LiveServer server) throws IOException, InterruptedException {
        System.out.printf(
                "%n%-30s %12s %22s %18s %10s%n",
                "explored, over " + SEEDS + " seeds",
                "schedules/s",
                "schedules to failure",
                "ms to failure",
                "not found");
        for (String program : ExploreTest.programs()) {
            measure(program, server);
        }
    }

    private static void measure(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = ExploreTest.CORPUS.source(program);
        List<String> expected = Corpus.expected(source, "fails");
        var schedules = new ArrayList<Double>();
        var millis = new ArrayList<Double>();
        double allSchedules = 0;
        double allMillis = 0;
        int missed = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            JsonNode run = Controlled.explore(server, source, seed, SCHEDULES, WALL_MILLIS);
            JsonNode search = run.path("search");
            allSchedules += search.path("schedules").asDouble();
            allMillis += search.path("millis").asDouble();
            if (ExploreTest.failures(run).containsAll(expected)) {
                schedules.add(search.path("firstFailure").asDouble());
                millis.add(search.path("millis").asDouble());
            } else {
                missed++;
            }
        }
        System.out.printf(
                "%-30s %,12.0f %22s %18s %10d%n",
                program.replace(".java", ""),
                allSchedules / Math.max(allMillis, 1) * 1e3,
                medianAndWorst(schedules),
                medianAndWorst(millis),
                missed);
    }

    private static String medianAndWorst(List<Double> values) {
        return values.isEmpty()
                ? "-"
                : "%,.0f, worst %,.0f"
                        .formatted(
                                Benchmark.quantile(values, 0.5), Benchmark.quantile(values, 1.0));
    }
}
