package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.compiler.ClassWeaver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What recording costs small programs of several kinds: on the stock JDK not woven, on the runner
/// image woven with nothing recorded, and recorded in a run of the server. In turn, as the
/// machine's speed drifts; medians of what each program says of its best round.
final class RecordingCost {
    private static final int ROUNDS = 5;
    private static final List<String> PROGRAMS =
            List.of("lock", "contended-lock", "monitor", "contended-monitor", "queue", "compute");

    private RecordingCost() {}

    static void print(LiveServer server, Path image) throws Exception {
        for (String program : PROGRAMS) {
            measure(program, server, image);
        }
    }

    private static void measure(String program, LiveServer server, Path image) throws Exception {
        Path sources = LiveServer.ROOT.resolve("backend/checks/src/test/resources/bench");
        String source =
                Files.readString(sources.resolve(program + ".java"))
                        + Files.readString(sources.resolve("measured.txt"));
        Path plain = Files.createTempDirectory(program);
        Path woven = Files.createTempDirectory(program + "-woven");
        String mainClass = Outside.compile(source, ClassWeaver::none, plain);
        Outside.compile(source, ClassWeaver::probes, woven);
        var stock = new ArrayList<Double>();
        var off = new ArrayList<Double>();
        var on = new ArrayList<Double>();
        long events = 0;
        for (int i = 0; i < ROUNDS; i++) {
            stock.add(nanos(Outside.run(Outside.stockJdk(), mainClass, plain)));
            off.add(nanos(Outside.run(image, mainClass, woven)));
            JsonNode run = server.run(source);
            if (!run.path("outcome").path("kind").asText().equals("Completed")) {
                throw new IOException(program + ": " + run.path("outcome"));
            }
            on.add(nanos(run.path("output").asText()));
            events = run.path("events").asLong();
        }
        double base = Benchmark.quantile(stock, 0.5);
        Benchmark.print(program + ": a turn on the stock JDK", "%.1f ns", base);
        ratio("  woven, nothing recorded", off, base);
        ratio("  recorded, %,d events".formatted(events), on, base);
    }

    private static void ratio(String what, List<Double> nanos, double base) {
        double median = Benchmark.quantile(nanos, 0.5);
        Benchmark.print(what, "%s", "%.1f ns, %.2f × stock".formatted(median, median / base));
    }

    private static double nanos(String output) {
        return Double.parseDouble(output.strip());
    }
}
