package dev.interleave.checks;

import static dev.interleave.model.trace.EventKind.LOCK_ACQUIRED;
import static dev.interleave.model.trace.EventKind.LOCK_BEGAN;
import static dev.interleave.model.trace.EventKind.LOCK_RELEASED;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.checks.PageSocket.Control;
import dev.interleave.checks.PageSocket.Received;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.trace.EventKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A million events of one run reach a client, every one of them.
@ExtendWith(LiveServer.Shared.class)
final class MillionEventsTest {
    private static final long ROUNDS = 340_000;

    /// Each round is three records: began, acquired, released.
    private static final String ONE_THREAD =
            """
            var lock = new java.util.concurrent.locks.ReentrantLock();
            for (int i = 0; i < %d; i++) {
                lock.lock();
                lock.unlock();
            }
            """
                    .formatted(ROUNDS);

    private static final String FOUR_THREADS =
            """
            import java.util.concurrent.locks.ReentrantLock;
            void main() throws InterruptedException {
                Runnable work = () -> {
                    var lock = new ReentrantLock();
                    for (int i = 0; i < %d; i++) {
                        lock.lock();
                        lock.unlock();
                    }
                };
                var threads = new Thread[4];
                for (int i = 0; i < 4; i++) threads[i] = Thread.ofPlatform().start(work);
                for (Thread thread : threads) thread.join();
            }
            """
                    .formatted(ROUNDS / 4);

    @Test
    void run_ofAMillionLockEvents_losesNone(LiveServer server) throws InterruptedException {
        assertNothingIsLost("one thread", run(server, ONE_THREAD));
    }

    @Test
    void run_ofAMillionLockEventsOnFourThreads_losesNone(LiveServer server)
            throws InterruptedException {
        assertNothingIsLost("four threads", run(server, FOUR_THREADS));
    }

    private static List<Received> run(LiveServer server, String source)
            throws InterruptedException {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.run(source);
            return page.untilEnded();
        }
    }

    private static void assertNothingIsLost(String what, List<Received> messages) {
        JsonNode ended = ((Control) messages.getLast()).json();
        assertThat(ended.path("outcome").path("kind").asText()).isEqualTo("Completed");

        List<Frame> frames = TraceFile.frames(PageSocket.trace(messages));
        var counts = new EnumMap<EventKind, Long>(EventKind.class);
        Map<Integer, Long> latest = new HashMap<>();
        for (Frame frame : frames) {
            TraceFile.records(
                    frame,
                    event -> {
                        counts.merge(event.kind(), 1L, Long::sum);
                        Long before = latest.put(event.lane(), event.nanos());
                        assertThat(before == null || before <= event.nanos()).isTrue();
                    });
        }
        assertThat(counts.get(LOCK_BEGAN)).isEqualTo(ROUNDS);
        assertThat(counts.get(LOCK_ACQUIRED)).isEqualTo(ROUNDS);
        assertThat(counts.get(LOCK_RELEASED)).isEqualTo(ROUNDS);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        assertThat(all).isEqualTo(ended.path("events").asLong());

        long millis = ended.path("timing").path("runMillis").asLong();
        System.out.printf(
                "%,d events of %s in %,d ms: %,d events/s%n",
                all, what, millis, all * 1_000 / Math.max(1, millis));
    }
}
