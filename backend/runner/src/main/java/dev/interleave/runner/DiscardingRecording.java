package dev.interleave.runner;

import dev.interleave.model.trace.TraceRecord;
import dev.interleave.probe.Backlog;
import dev.interleave.probe.ObjectTable;
import dev.interleave.probe.ProbeSink;
import dev.interleave.probe.Recorders;
import dev.interleave.probe.Recording;
import dev.interleave.probe.ThreadRecorder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A recording of which only the number of events is kept: all that a recording costs the program,
/// without a server to hear of it.
final class DiscardingRecording implements ProbeSink {
    private static final long PAUSE_NANOS = 1_000_000;

    /// The bytes drained so far. Guarded, like all that belongs to the drainer, by [Backlog#gate].
    private long drainedBytes;

    private final List<ThreadRecorder> recorders = new ArrayList<>();
    private final byte[] batch = new byte[8_192 * TraceRecord.BYTES];
    private final Runnable beforeHalt;

    private DiscardingRecording(Runnable beforeHalt) {
        this.beforeHalt = beforeHalt;
    }

    /// Opens the recording and drains it on a thread of its own, which has no recorder. Runs
    /// `beforeHalt` on the thread that is about to halt the virtual machine.
    static DiscardingRecording open(Runnable beforeHalt) {
        var recording = new DiscardingRecording(beforeHalt);
        Recording.open(recording);
        Thread.ofPlatform().daemon().name("interleave").start(recording::drainForEver);
        return recording;
    }

    /// How many events were recorded, those included that nobody has drained yet.
    long events() {
        synchronized (Backlog.gate()) {
            drain();
            return drainedBytes / TraceRecord.BYTES;
        }
    }

    private void drainForEver() {
        while (true) {
            synchronized (Backlog.gate()) {
                drain();
            }
            Thread.interrupted(); // the program's mischief
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void drain() {
        for (ThreadRecorder next = Recorders.takePushed();
                next != null;
                next = Recorders.after(next)) {
            recorders.add(next);
        }
        ObjectTable.takeAnnounced();
        for (int i = 0; i < recorders.size(); i++) {
            ThreadRecorder recorder = recorders.get(i);
            boolean isEnded = recorder.isEnded(); // before draining: what is drained then is all
            int drained = recorder.drain(batch, 0);
            drainedBytes += drained;
            while (drained == batch.length) {
                drained = recorder.drain(batch, 0);
                drainedBytes += drained;
            }
            if (isEnded) {
                recorders.set(i--, recorders.getLast());
                recorders.removeLast();
            }
        }
    }

    @Override
    public void laneOpened(ThreadRecorder recorder, Thread thread, int parent) {}

    @Override
    public void carrierOpened(int lane, Thread carrier) {}

    @Override
    public void laneRenamed(ThreadRecorder recorder, String name) {}

    @Override
    public void laneEnded(ThreadRecorder recorder, Thread thread) {}

    @Override
    public void uncaught(ThreadRecorder recorder, Throwable thrown) {}

    @Override
    public void taskFailed(ThreadRecorder recorder, Object future, Throwable thrown) {}

    @Override
    public void usedTogether(
            int collection,
            Class<?> type,
            ThreadRecorder first,
            int firstSite,
            ThreadRecorder second,
            int secondSite) {}

    @Override
    public void orderedUnseen(ThreadRecorder recorder) {}

    @Override
    public void waitingBlindly(int site) {}

    @Override
    public void waitingOnce(ThreadRecorder recorder, int site) {}

    @Override
    public void halting(int status) {
        beforeHalt.run();
    }
}
