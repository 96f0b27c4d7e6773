package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.checks.PageSocket.Received;
import dev.interleave.model.frame.FrameType;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.SandboxOffer;
import dev.interleave.sandbox.SandboxSearch;
import dev.interleave.sandbox.SandboxSetup;
import dev.interleave.server.child.AppLayout;
import dev.interleave.server.child.RunnerImageBuild;
import dev.interleave.server.child.RunnerKind;
import dev.interleave.server.child.RunnerProcess;
import dev.interleave.server.child.Runners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import javax.tools.ToolProvider;

/// Prints what the budgets of the design are about. Everything is taken in one run on one machine,
/// so that the ratios hold where the milliseconds do not.
public final class Benchmark {
    private static final int WARM_RUNS = 50;
    private static final int BOOTS = 20;
    private static final List<String> PARTS = List.of("live", "explore", "lessons", "soak");

    private Benchmark() {}

    /// Takes about four minutes for live runs, four for searches, six for the lessons, and ten for
    /// the soak.
    ///
    /// @param arguments which of them, `live`, `explore`, `lessons` and `soak`, separated by commas
    public static void main(String[] arguments) throws Exception {
        List<String> parts = Arrays.asList(arguments[0].split(","));
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("parts are " + PARTS + "; asked for " + parts);
        }
        var app = new AppLayout(LiveServer.HOME);
        Path image = RunnerImageBuild.run(app, LiveServer.DATA);
        if (parts.contains("live")) {
            live(app, image);
        }
        try (LiveServer server = LiveServer.start()) {
            if (parts.contains("explore")) {
                ExploreBenchmark.print(server);
            }
            if (parts.contains("lessons")) {
                LessonBenchmark.print(server);
            }
            if (parts.contains("soak")) {
                SoakBenchmark.print(server);
            }
        }
        System.exit(0);
    }

    private static void live(AppLayout app, Path image) throws Exception {
        double firstEvent;
        try (LiveServer server = LiveServer.start()) {
            firstEvent = warmRuns(server);
            recordedEvent(server, image);
            million(server);
            RecordingCost.print(server, image);
            ManyVirtualThreads.print(server);
        }
        boots(app, image);
        jshell(firstEvent);
    }

    /// A small lesson that burns no processor time of its own: the figures are ours.
    private static String lesson() throws IOException {
        return Files.readString(LiveServer.EXAMPLES.resolve("threads-basic/Program.java"));
    }

    /// From sending a run to the first event in a client's hands, and the processor time of all
    /// processes.
    private static double warmRuns(LiveServer server) throws Exception {
        var millis = new ArrayList<Double>();
        long childCpu = 0;
        try (PageSocket page = PageSocket.open(server)) {
            for (int i = 0; i < 10; i++) {
                page.run(lesson() + "\n// warm-up " + i);
                var _ = page.untilEnded();
            }
            Duration before = ownCpu();
            for (int i = 0; i < WARM_RUNS; i++) {
                long began = System.nanoTime();
                page.run(
                        lesson() + "\n// " + i); // never the same text twice: every run is compiled
                while (!(page.next() instanceof PageSocket.Frames frames && hasEvents(frames))) {
                    // what comes before the first event
                }
                millis.add((System.nanoTime() - began) / 1e6);
                JsonNode ended = ended(page.untilEnded());
                childCpu += ended.path("timing").path("cpuMillis").asLong();
            }
            double server50 = ownCpu().minus(before).toMillis() / (double) WARM_RUNS;
            double child = childCpu / (double) WARM_RUNS;
            print(
                    "run pressed → first event, p50 (budget 100 ms)",
                    "%.0f ms",
                    quantile(millis, 0.50));
            print(
                    "run pressed → first event, p99 (budget 400 ms)",
                    "%.0f ms",
                    quantile(millis, 0.99));
            print("processor time per run: compiler and runner", "%.0f ms", child);
            print("processor time per run: server, and this client", "%.0f ms", server50);
            print("processor time per run, all (budget 150 ms)", "%.0f ms", child + server50);
        }
        return quantile(millis, 0.50);
    }

    private static boolean hasEvents(PageSocket.Frames frames) {
        return TraceFile.frames(frames.bytes().array()).stream()
                .anyMatch(frame -> frame.type() == FrameType.EVENTS);
    }

    private static JsonNode ended(List<Received> messages) {
        return messages.stream()
                .filter(PageSocket.Control.class::isInstance)
                .map(message -> ((PageSocket.Control) message).json())
                .filter(json -> json.path("type").asText().equals("ended"))
                .findFirst()
                .orElseThrow();
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// A lock loop on the stock JDK, on the image with nothing recorded, and recorded.
    private static void recordedEvent(LiveServer server, Path image) throws Exception {
        String source = resource("LockLoop.java");
        Path classes = Files.createTempDirectory("lock-loop");
        Path file = Files.writeString(classes.resolve("LockLoop.java"), source);
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), file.toString());
        var stock = new ArrayList<Double>();
        var off = new ArrayList<Double>();
        for (int i = 0; i < 5; i++) { // in turn, as the machine's speed drifts
            stock.add(lockLoop(Path.of(System.getProperty("java.home")), classes));
            off.add(lockLoop(image, classes));
        }
        double on = Double.parseDouble(server.run(source).path("output").asText().strip());
        double plain = quantile(off, 0.5);
        print("lock and unlock, stock JDK", "%.1f ns", quantile(stock, 0.5));
        print("lock and unlock, image, nothing recorded", "%.1f ns", plain);
        print("  ratio to the stock JDK (budget 1.25)", "%.2f", plain / quantile(stock, 0.5));
        print("lock and unlock, recorded: 3 events", "%.1f ns", on);
        print("  an event (budget 50 ns)", "%.1f ns", (on - plain) / 3);
    }

    private static double lockLoop(Path home, Path classes)
            throws IOException, InterruptedException {
        return Double.parseDouble(
                output(
                        home.resolve("bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes.toString(),
                        "LockLoop",
                        "2000000"));
    }

    private static void million(LiveServer server) throws Exception {
        String source =
                """
                var lock = new ReentrantLock();
                for (int i = 0; i < 350_000; i++) { lock.lock(); lock.unlock(); }
                """;
        try (PageSocket page = PageSocket.open(server)) {
            long began = System.nanoTime();
            page.run(source);
            List<Received> messages = page.untilEnded();
            double seconds = (System.nanoTime() - began) / 1e9;
            int events = TraceFile.records(TraceFile.frames(PageSocket.trace(messages))).size();
            print("events of one run at a client (1,050,002 made)", "%,.0f", (double) events);
            print("  rate, compiling included (budget 300,000/s)", "%,.0f/s", events / seconds);
        }
    }

    /// A runner from its start to ready, behind the strongest wall here.
    private static void boots(AppLayout app, Path image) throws IOException {
        Path cache = Files.createDirectories(LiveServer.DATA.resolve("sandbox"));
        if (!(SandboxSearch.run(SandboxSetup.strongest(cache))
                instanceof SandboxOffer.Found(Sandbox sandbox, _))) {
            System.out.println("no sandbox on this machine: no boot times");
            return;
        }
        var millis = new ArrayList<Double>();
        var megabytes = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        try (sandbox;
                var runners = new Runners(sandbox, image, app.runner(), 0)) {
            for (int i = 0; i < BOOTS; i++) {
                long began = System.nanoTime();
                try (RunnerProcess runner = runners.take(RunnerKind.LIVE)) {
                    millis.add((System.nanoTime() - began) / 1e6);
                    megabytes.add(runner.residentBytes() / 1e6);
                    cpu.add((double) runner.cpuTime().toMillis());
                }
            }
            print("sandbox", "%s", sandbox.level().text());
        }
        print("a runner: start → ready, p50 (budget 80 ms)", "%.0f ms", quantile(millis, 0.5));
        print("  processor time of that", "%.0f ms", quantile(cpu, 0.5));
        print("  resident, idle (budget 45 MB)", "%.0f MB", quantile(megabytes, 0.5));
    }

    /// `jshell` given the same file, to its end.
    private static void jshell(double firstEvent) throws Exception {
        Path file = Files.createTempFile("lesson", ".jsh");
        Files.writeString(file, lesson() + "\nmain()\n/exit\n");
        var millis = new ArrayList<Double>();
        for (int i = 0; i < 5; i++) {
            long began = System.nanoTime();
            String ignored =
                    output(
                            Path.of(System.getProperty("java.home"), "bin", "jshell").toString(),
                            "-s",
                            file.toString());
            Objects.requireNonNull(ignored);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        print("jshell given the same file, p50", "%.0f ms", quantile(millis, 0.5));
        print(
                "  first event here, as a share of that (budget 0.125)",
                "%.3f",
                firstEvent / quantile(millis, 0.5));
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(Arrays.toString(command) + ": " + output);
        }
        return output;
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Benchmark.class.getResourceAsStream("/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }

    static void print(String what, String format, Object value) {
        System.out.printf("%-58s %s%n", what, format.formatted(value));
    }
}
