package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Very many schedules over programs that use every primitive: does any go another way when it is
/// repeated, does one hang, does the virtual machine crash, and does its memory stay flat?
final class SoakBenchmark {
    private static final List<String> STRATEGIES =
            List.of("random", "pct", "pos", "surw", "fair", "dpor", "portfolio");

    private static final int SCHEDULES = 2_000;
    private static final int WALL_MILLIS = 10_000;
    private static final int REPLAYS = 1_000;

    /// One search, for the memory: it is never through.
    private static final String LONG = "do-pass-messages";

    private static final int LONG_SCHEDULES = 100_000;

    private SoakBenchmark() {}

    static void print(LiveServer server) throws Exception {
        var programs = new TreeMap<String, String>();
        add(programs, "precision", Corpus.of("precision"), 2);
        add(programs, "explore", Corpus.of("explore"), 2);
        for (String program : CoverageTest.programs()) {
            programs.put("coverage/" + program, Files.readString(Coverage.programFile(program)));
        }
        for (String lesson : LessonTest.lessons()) {
            programs.put(
                    "lesson/" + lesson,
                    Files.readString(LiveServer.EXAMPLES.resolve(lesson + "/Program.java")));
        }
        search(server, programs);
        memory(server);
    }

    private static void add(Map<String, String> programs, String prefix, Corpus corpus, int depth)
            throws IOException {
        for (String program : corpus.programs(depth)) {
            programs.put(prefix + "/" + program, corpus.source(program));
        }
    }

    private static void search(LiveServer server, Map<String, String> programs)
            throws IOException, InterruptedException {
        long schedules = 0;
        long replays = 0;
        int failing = 0;
        var problems = new ArrayList<String>();
        int turn = 0;
        for (var program : programs.entrySet()) {
            String strategy = STRATEGIES.get(turn++ % STRATEGIES.size());
            JsonNode run =
                    Controlled.explore(
                            server, program.getValue(), strategy, turn, SCHEDULES, WALL_MILLIS);
            schedules += run.path("search").path("schedules").asLong();
            problem(program.getKey() + " by " + strategy, run).ifPresent(problems::add);
            if (run.path("search").path("failing").asLong() > 0) {
                failing++;
                JsonNode again =
                        Controlled.repeat(
                                server,
                                program.getValue(),
                                run.path("schedule").asText(),
                                REPLAYS,
                                WALL_MILLIS);
                replays += again.path("search").path("schedules").asLong();
                problem(program.getKey() + ", repeated", again).ifPresent(problems::add);
            }
        }
        Benchmark.print("soak: programs", "%,d", programs.size());
        Benchmark.print("  schedules, each 64th run twice", "%,d", schedules);
        Benchmark.print("  failing schedules", "%,d", failing);
        Benchmark.print("    their replays, up to " + REPLAYS + " each", "%,d", replays);
        Benchmark.print("  went another way, hung or crashed", "%,d", problems.size());
        problems.forEach(problem -> System.out.println("    " + problem));
    }

    /// What must not be, if it is.
    private static Optional<String> problem(String what, JsonNode run) {
        if (!Controlled.findings(run, "Uncontrolled").isEmpty()) {
            return Optional.of(what + ": " + Controlled.findings(run, "Uncontrolled"));
        }
        boolean isLost = Controlled.outcome(run).equals("RunnerLost");
        boolean hasRun = run.path("search").path("schedules").asLong() > 0;
        return isLost || !hasRun
                ? Optional.of(what + ": " + run.path("outcome"))
                : Optional.empty();
    }

    private static void memory(LiveServer server) throws Exception {
        String source = Files.readString(LiveServer.EXAMPLES.resolve(LONG + "/Program.java"));
        CompletableFuture<JsonNode> answer =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return Controlled.explore(
                                server, source, "random", 1, LONG_SCHEDULES, 60_000);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        var megabytes = new ArrayList<Long>();
        JsonNode run = null;
        while (run == null) {
            megabytes.add(Children.largestRunnerKilobytes("VmRSS:") / 1_024);
            try {
                run = answer.get(250, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // another look, then
            }
        }
        Benchmark.print(
                "soak: one search of " + LONG,
                "%,d",
                run.path("search").path("schedules").asLong());
        Benchmark.print(
                "  schedules a second",
                "%,.0f",
                run.path("search").path("schedules").asDouble()
                        * 1e3
                        / run.path("search").path("millis").asDouble());
        Benchmark.print(
                "  MB resident after a quarter", "%,d", megabytes.get(megabytes.size() / 4));
        Benchmark.print("  MB resident half way", "%,d", megabytes.get(megabytes.size() / 2));
        Benchmark.print(
                "  MB resident shortly before the end",
                "%,d",
                megabytes.get(Math.max(0, megabytes.size() - 4)));
    }
}
