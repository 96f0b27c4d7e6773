package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.TraceEvent;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A hundred thousand virtual threads in one run: how long, how large, and whether all is there.
final class ManyVirtualThreads {
    private static final int THREADS = 100_000;
    private static final int WALL_MILLIS = 60_000;
    private static final String SOURCE =
            """
            var ran = new AtomicInteger();
            var gate = new CountDownLatch(1);
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < %d; i++) {
                threads.add(Thread.startVirtualThread(() -> {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    ran.incrementAndGet();
                }));
            }
            gate.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            IO.println(ran.get());
            """
                    .formatted(THREADS);

    private ManyVirtualThreads() {}

    static void print(LiveServer server) throws Exception {
        long began = System.nanoTime();
        CompletableFuture<JsonNode> answer = Http.runBeside(server, SOURCE, WALL_MILLIS);
        long peak = 0;
        JsonNode run = null;
        while (run == null) {
            peak = Math.max(peak, Children.largestRunnerKilobytes("VmHWM:"));
            try {
                run = answer.get(20, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // another look, then
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        List<TraceEvent> events =
                TraceFile.records(
                        TraceFile.framesOfFile(
                                server.bytes("/api/runs/" + run.path("id").asText() + "/trace")));
        String ended = run.path("outcome").path("kind").asText();
        String printed = run.path("output").asText().strip();
        Benchmark.print(
                "100,000 virtual threads: outcome, and how many ran", "%s", ended + ", " + printed);
        Benchmark.print("  from the request to the answer", "%.1f s", seconds);
        Benchmark.print(
                "  in the runner", "%.1f s", run.path("timing").path("runMillis").asLong() / 1e3);
        Benchmark.print("  events said by the server", "%,d", run.path("events").asLong());
        Benchmark.print("  events in the trace", "%,d", events.size());
        for (EventKind kind :
                List.of(EventKind.THREAD_STARTED, EventKind.THREAD_BEGAN, EventKind.THREAD_ENDED)) {
            Benchmark.print(
                    "    of them " + kind + " (100,000, and main's)",
                    "%,d",
                    events.stream().filter(event -> event.kind() == kind).count());
        }
        Benchmark.print("  largest resident size of the runner", "%,d MB", peak / 1_000);
    }
}
