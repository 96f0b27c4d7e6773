package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.checks.PageSocket.Control;
import dev.interleave.checks.PageSocket.Received;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.trace.EventKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.List;

/// Every way a program can end is told as what it is, and what was recorded until then is there.
@ExtendWith(LiveServer.Shared.class)
final class OutcomeTest {
    private static JsonNode run(LiveServer server, String source)
            throws IOException, InterruptedException {
        return Http.run(server, source, 10_000);
    }

    private static String kind(JsonNode answer) {
        return answer.path("outcome").path("kind").asText();
    }

    private static String text(JsonNode answer) {
        return answer.path("outcome").path("text").asText();
    }

    private static List<Frame> trace(LiveServer server, JsonNode answer)
            throws IOException, InterruptedException {
        String id = answer.path("id").asText();
        return TraceFile.framesOfFile(server.bytes("/api/runs/" + id + "/trace"));
    }

    @Test
    void run_toTheEnd_isCompleted(LiveServer server) throws Exception {
        JsonNode answer = run(server, "IO.println(6 * 7);");
        assertThat(kind(answer)).isEqualTo("Completed");
        assertThat(text(answer)).isEqualTo("The program ran to its end.");
        assertThat(answer.path("output").asText()).isEqualTo("42\n");
    }

    @Test
    void run_exceptionInMain_isThrew(LiveServer server) throws Exception {
        JsonNode answer =
                run(server, "IO.println(\"before\");\nthrow new IllegalStateException(\"no\");");
        assertThat(kind(answer)).isEqualTo("Threw");
        assertThat(text(answer)).contains("IllegalStateException", "no").endsWith(".");
        assertThat(answer.path("output").asText()).startsWith("before\n");
    }

    @Test
    void run_exceptionInAnotherThread_isCompletedWithAFinding(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        var worker = Thread.ofPlatform().name("worker").start(() -> {
                            throw new IllegalStateException("no");
                        });
                        worker.join();
                        """);
        assertThat(kind(answer)).isEqualTo("Completed");
        JsonNode finding = answer.path("findings").path(0);
        assertThat(finding.path("kind").asText()).isEqualTo("UncaughtException");
        assertThat(finding.path("message").asText()).contains("worker", "IllegalStateException");
        assertThat(finding.path("lines").path(0).asInt()).isEqualTo(2);
    }

    @Test
    void run_twoMonitorsCrosswise_isDeadlocked(LiveServer server) throws Exception {
        JsonNode answer = run(server, Programs.MONITOR_DEADLOCK);
        assertDeadlock(answer, "first waits for", "held by second", "second waits for");
        assertThat(answer.path("output").asText()).isEqualTo("both\n");
        List<Frame> frames = trace(server, answer);
        assertThat(TraceFile.count(frames, EventKind.MONITOR_ENTERED)).isEqualTo(2);
        assertThat(TraceFile.count(frames, EventKind.MONITOR_ENTER_BEGAN)).isEqualTo(4);
    }

    @Test
    void run_twoReentrantLocksCrosswise_isDeadlocked(LiveServer server) throws Exception {
        JsonNode answer = run(server, Programs.LOCK_DEADLOCK);
        assertDeadlock(answer, "first waits for b, held by second");
        assertDeadlock(answer, "second waits for a, held by first");
        assertThat(endStates(answer)).containsExactly("waiting", "blocked", "blocked");
    }

    @Test
    void run_monitorAndLockCrosswise_isDeadlocked(LiveServer server) throws Exception {
        JsonNode answer = run(server, Programs.MIXED_DEADLOCK);
        assertDeadlock(answer, "first waits for", "held by second", "second waits for", "by first");
    }

    @Test
    void run_joinCycle_isDeadlocked(LiveServer server) throws Exception {
        JsonNode answer = run(server, Programs.JOIN_CYCLE);
        assertDeadlock(answer, "first waits for second to end", "second waits for first to end");
    }

    @Test
    void run_queueNobodyFills_isDeadlocked(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        var queue = new java.util.concurrent.LinkedBlockingQueue<String>();
                        IO.println(queue.take());
                        """);
        assertDeadlock(answer, "main waits for an element of queue");
        assertThat(answer.path("findings").path(0).path("lines").path(0).asInt()).isEqualTo(2);
    }

    @Test
    void run_waitNobodyNotifies_isDeadlocked(LiveServer server) throws Exception {
        JsonNode answer =
                run(server, "var lock = new Object();\nsynchronized (lock) { lock.wait(); }");
        assertDeadlock(answer, "main waits to be notified on");
    }

    private static void assertDeadlock(JsonNode answer, String... parts) {
        assertThat(kind(answer)).as(text(answer)).isEqualTo("Deadlocked");
        assertThat(text(answer)).contains(parts);
        assertThat(answer.path("findings").valueStream())
                .filteredOn(finding -> finding.path("kind").asText().equals("Deadlock"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.path("message").asText()).contains(parts));
    }

    private static List<String> endStates(JsonNode answer) {
        return answer.path("lanes").findValuesAsText("endState");
    }

    @Test
    void run_endlessLoop_isTimedOutWithAllFromBefore(LiveServer server) throws Exception {
        JsonNode answer =
                Http.run(
                        server,
                        """
                        var lock = new java.util.concurrent.locks.ReentrantLock();
                        for (int i = 0; i < 1000; i++) { lock.lock(); lock.unlock(); }
                        IO.println("before");
                        while (true) { }
                        """,
                        1_000);
        assertThat(kind(answer)).isEqualTo("TimedOut");
        assertThat(text(answer)).contains("1000 ms").endsWith(".");
        assertThat(answer.path("output").asText()).isEqualTo("before\n");
        assertThat(endStates(answer)).containsExactly("running");
        assertThat(TraceFile.count(trace(server, answer), EventKind.LOCK_RELEASED))
                .isEqualTo(1_000);
    }

    @Test
    void run_sourceWithTwoErrors_isNotCompiled(LiveServer server) throws Exception {
        JsonNode answer = run(server, "int x = 1;\nint y = \"two\";\nString z = 3;\n");
        assertThat(kind(answer)).isEqualTo("NotCompiled");
        assertThat(text(answer)).isEqualTo("The source has 2 errors; nothing ran.");
        assertThat(answer.path("diagnostics").findValuesAsText("line")).containsExactly("2", "3");
        assertThat(answer.path("id").isNull()).isTrue();
    }

    @Test
    void run_stopped_isStoppedWithAllFromBefore(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.run("IO.println(\"before\");\nwhile (true) { }");
            List<Received> before = page.untilOutput("before\n");
            page.stop();
            List<Received> after = page.untilEnded();
            JsonNode outcome = ((Control) after.getLast()).json().path("outcome");
            assertThat(outcome.path("kind").asText()).isEqualTo("Stopped");
            assertThat(outcome.path("text").asText()).isEqualTo("The run was stopped.");
            assertThat(TraceFile.output(TraceFile.frames(PageSocket.trace(before))))
                    .isEqualTo("before\n");
        }
    }

    @Test
    void run_exit_isCompletedWithTheStatus(LiveServer server) throws Exception {
        JsonNode answer =
                run(server, "IO.println(\"before\");\nSystem.exit(3);\nIO.println(\"after\");");
        assertThat(kind(answer)).isEqualTo("Completed");
        assertThat(text(answer)).contains("status 3");
        assertThat(answer.path("output").asText()).isEqualTo("before\n");
    }

    /* Programs that stand still for a while and yet are not deadlocked. */

    @Test
    void run_allWaitForASleeper_isNotDeadlocked(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        var queue = new java.util.concurrent.LinkedBlockingQueue<String>();
                        Thread.ofPlatform().start(() -> {
                            try {
                                TimeUnit.MILLISECONDS.sleep(1200);
                                queue.put("awake");
                            } catch (InterruptedException e) {
                                return;
                            }
                        });
                        IO.println(queue.take());
                        """);
        assertThat(kind(answer)).as(text(answer)).isEqualTo("Completed");
        assertThat(answer.path("output").asText()).isEqualTo("awake\n");
    }

    @Test
    void run_timedWaits_isNotDeadlocked(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        import java.util.concurrent.*;
                        import java.util.concurrent.locks.*;
                        var monitor = new Object();
                        synchronized (monitor) { monitor.wait(500); }
                        new LinkedBlockingQueue<String>().poll(500, TimeUnit.MILLISECONDS);
                        LockSupport.parkNanos(500_000_000);
                        var lock = new ReentrantLock();
                        var holder = Thread.ofPlatform().daemon().start(() -> {
                            lock.lock();
                            LockSupport.park();
                        });
                        holder.join(500);
                        IO.println(lock.tryLock(500, TimeUnit.MILLISECONDS));
                        """);
        assertThat(kind(answer)).as(text(answer)).isEqualTo("Completed");
        assertThat(answer.path("output").asText()).isEqualTo("false\n");
    }

    @Test
    void run_poolLeftOpen_isCompletedWithAHint(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        var pool = java.util.concurrent.Executors.newFixedThreadPool(2);
                        pool.submit(() -> IO.println("worked")).get();
                        """);
        assertThat(kind(answer)).as(text(answer)).isEqualTo("Completed");
        assertThat(text(answer)).contains("shutdown()");
        assertThat(answer.path("output").asText()).isEqualTo("worked\n");
        assertThat(answer.path("findings")).isEmpty();
    }

    @Test
    void run_daemonSpins_isCompleted(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        Thread.ofPlatform().daemon().start(() -> { while (true) { } });
                        TimeUnit.MILLISECONDS.sleep(400);
                        IO.println("done");
                        """);
        assertThat(kind(answer)).as(text(answer)).isEqualTo("Completed");
        assertThat(answer.path("output").asText()).isEqualTo("done\n");
    }

    @Test
    void run_mainWaitsWhileADaemonSpins_isNotDeadlocked(LiveServer server) throws Exception {
        JsonNode answer =
                Http.run(
                        server,
                        """
                        Thread.ofPlatform().daemon().start(() -> { while (true) { } });
                        new java.util.concurrent.CountDownLatch(1).await();
                        """,
                        1_500);
        assertThat(kind(answer)).as(text(answer)).isEqualTo("TimedOut");
    }

    @Test
    void run_scheduledTaskIsPending_isNotDeadlocked(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        import java.util.concurrent.*;
                        var pool = Executors.newScheduledThreadPool(1);
                        var done = new CountDownLatch(1);
                        pool.schedule(() -> done.countDown(), 900, TimeUnit.MILLISECONDS);
                        done.await();
                        IO.println("done");
                        pool.shutdown();
                        """);
        assertThat(kind(answer)).as(text(answer)).isEqualTo("Completed");
        assertThat(answer.path("output").asText()).isEqualTo("done\n");
    }

    @Test
    void run_scheduledTaskIsPendingAndMainIsGone_waitsForIt(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        import java.util.concurrent.*;
                        var pool = Executors.newScheduledThreadPool(1);
                        pool.schedule(() -> IO.println("late"), 900, TimeUnit.MILLISECONDS);
                        """);
        assertThat(kind(answer)).as(text(answer)).isEqualTo("Completed");
        assertThat(answer.path("output").asText()).isEqualTo("late\n");
    }
}
