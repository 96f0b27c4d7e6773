package dev.interleave.runner;

import dev.interleave.analysis.Analysis;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.program.Program;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.LaneKind;
import dev.interleave.model.trace.TraceFrames;
import dev.interleave.model.trace.TraceFrames.LaneNamed;
import dev.interleave.model.trace.TraceFrames.Output;
import dev.interleave.model.trace.TraceRecord;
import dev.interleave.model.wire.RunnerReport;
import dev.interleave.probe.Backlog;
import dev.interleave.probe.Recorders;
import dev.interleave.probe.Recording;
import dev.interleave.probe.ThreadRecorder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/// Takes records from all threads in batches, sends them, and looks whether the program still
/// moves. Its thread has no recorder; the program may interrupt it but can't make it wait.
///
/// It asks for commands instead of waiting for them: a thread that waits in a system call would
/// hold up the end of the virtual machine by 300 ms.
final class Drain {
    private static final int BATCH_RECORDS = 8_192;

    /// A program may go wrong in a hundred thousand threads; the server takes no more than a
    /// hundred findings.
    private static final int MAX_FINDINGS = 50;

    private static final int BATCHES_A_ROUND = 8;

    /// As many as can wait, and one more: see [Backlog].
    private static final int ALL_BATCHES =
            (int) (Backlog.LIMIT_BYTES / TraceRecord.BYTES / BATCH_RECORDS) + 1;

    private static final long BUSY_PAUSE_NANOS = 2_000_000;
    private static final long IDLE_PAUSE_NANOS = 10_000_000;

    /// A look at a thread costs about half of this: with very many of them the drain must not take
    /// a processor for itself.
    private static final long PAUSE_NANOS_A_THREAD = 200;

    private final RunLimits limits;
    private final LaneRegistry lanes;
    private final OutputCapture output;
    private final Ending ending;
    private final Queue<Finding> findings;
    private final FailedTasks failedTasks;
    private final Misuses misuses;
    private final Watch watch;
    private final InputStream commands;
    private final ReportStream reports;
    private final ObjectLabels labels;
    private final Analysis analysis;
    private final List<ThreadRecorder> recorders = new ArrayList<>();
    private final byte[] batch = new byte[Frame.HEADER_BYTES + BATCH_RECORDS * TraceRecord.BYTES];
    private final ByteBuffer records = ByteBuffer.wrap(batch).order(ByteOrder.LITTLE_ENDIAN);
    private int found;

    /// Whether nothing will be found after this.
    private boolean isLast;

    /// Everything up to then has been drained.
    private long drainedUntil;

    /// When the last record that was sent had been made.
    private long lastSent;

    private long events;
    private long lastEventNanos;

    Drain(
            Program program,
            RunLimits limits,
            LaneRegistry lanes,
            OutputCapture output,
            Ending ending,
            Queue<Finding> findings,
            FailedTasks failedTasks,
            Misuses misuses,
            Watch watch,
            InputStream commands,
            ReportStream reports) {
        this.limits = limits;
        this.lanes = lanes;
        this.output = output;
        this.ending = ending;
        this.findings = findings;
        this.failedTasks = failedTasks;
        this.misuses = misuses;
        this.watch = watch;
        this.commands = commands;
        this.reports = reports;
        this.labels = new ObjectLabels(program, lanes);
        this.analysis = new Analysis(labels, labels, watch.races());
    }

    /// Drains until the run ends, and halts the virtual machine.
    void run() {
        try {
            while (ending.requested() == null) {
                boolean isBusy = pass(BATCHES_A_ROUND);
                if (!isBusy) {
                    watch.look(analysis, lastEventNanos);
                }
                watch.heed(commands.available() > 0, reports);
                pause(
                        Math.max(
                                isBusy ? BUSY_PAUSE_NANOS : IDLE_PAUSE_NANOS,
                                recorders.size() * PAUSE_NANOS_A_THREAD));
            }
            finish(ending.requested());
        } catch (IOException e) {
            // The server is gone: nobody is left to tell.
        } catch (OutOfMemoryError e) {
            ending.request(Throwables.outOfMemory(e, limits));
            finishWithoutMemory();
        } finally {
            ending.drains();
            Runtime.getRuntime().halt(0);
        }
    }

    private static void pause(long nanos) {
        Thread.interrupted(); // the program's mischief
        LockSupport.parkNanos(nanos);
    }

    /// One round over all threads; whether there was anything. At most `maxBatches` full batches
    /// come from any one thread: it may record as fast as it is drained.
    private boolean pass(int maxBatches) throws IOException {
        synchronized (Backlog.gate()) {
            drainedUntil = Recording.traceNanos();
            takeRecorders();
            int filled = 0;
            boolean isAnything = false;
            for (int i = 0; i < recorders.size(); i++) {
                ThreadRecorder recorder = recorders.get(i);
                boolean isEnded =
                        recorder.isEnded(); // before draining: what is drained then is all
                boolean isEmptied = false;
                for (int batches = 0; batches < maxBatches && !isEmptied; batches++) {
                    filled += recorder.drain(batch, Frame.HEADER_BYTES + filled);
                    isEmptied = filled < batch.length - Frame.HEADER_BYTES;
                    if (!isEmptied) {
                        send(filled);
                        isAnything = true;
                        filled = 0;
                    }
                }
                if (!isEmptied) {
                    drainedUntil = Math.min(drainedUntil, lastSent);
                }
                if (isEnded && isEmptied) {
                    recorders.set(i--, recorders.getLast());
                    recorders.removeLast();
                }
            }
            isAnything |= filled > 0;
            send(filled);
            analysis.fold(watch.time(drainedUntil));
            sendFindings();
            reports.flush();
            return isAnything;
        }
    }

    private void takeRecorders() {
        ThreadRecorder next = Recorders.takePushed();
        while (next != null) {
            recorders.add(next);
            next = Recorders.after(next);
        }
    }

    /// Sends a batch, and before it the names of all it speaks of: they were announced before the
    /// records were written.
    private void send(int bytes) throws IOException {
        List<Output> printed = output.take();
        sendNames();
        if (bytes > 0) {
            reports.writeEvents(batch, bytes);
            take(bytes);
        }
        sendFindings();
        for (Output piece : printed) {
            reports.write(TraceFrames.output(piece));
        }
    }

    private void sendFindings() throws IOException {
        if (!isLast && !watch.tellsAtOnce()) {
            return;
        }
        findings.addAll(misuses.take(labels));
        var fresh = new ArrayList<Finding>();
        for (Finding next = nextFinding(); next != null; next = nextFinding()) {
            if (!watch.isRefuted(next) && found++ < MAX_FINDINGS) {
                fresh.add(next);
            }
        }
        fresh.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::message));
        if (!fresh.isEmpty()) {
            sendNames(); // of lanes that were opened, and went wrong, since the last names
        }
        for (Finding finding : fresh) {
            reports.write(new RunnerReport.Found(finding).toFrame());
        }
    }

    private @Nullable Finding nextFinding() {
        Finding next = findings.poll();
        return next == null ? analysis.takeFinding() : next;
    }

    private void sendNames() throws IOException {
        for (LaneNamed lane : lanes.takeNews()) {
            if (lane.kind() != LaneKind.CARRIER) {
                analysis.opened(lane.lane());
            }
            reports.write(TraceFrames.lane(lane));
        }
        for (TraceFrames.ObjectNamed object : labels.takeNews()) {
            reports.write(TraceFrames.object(object));
        }
    }

    private void take(int bytes) {
        int end = Frame.HEADER_BYTES + bytes;
        for (int at = Frame.HEADER_BYTES; at < end; at += TraceRecord.BYTES) {
            analysis.add(
                    watch.time(records.getLong(at + TraceRecord.NANOS)),
                    records.getLong(at + TraceRecord.KIND),
                    records.getLong(at + TraceRecord.OBJECT),
                    records.getLong(at + TraceRecord.ARGUMENT));
        }
        lastSent = records.getLong(end - TraceRecord.BYTES + TraceRecord.NANOS);
        events += bytes / TraceRecord.BYTES;
        lastEventNanos = Recording.nanos();
        if (events > limits.events()) {
            ending.request(
                    new RunOutcome.OverLimit(
                            Limit.EVENTS,
                            "The program did too much to watch: the limit is "
                                    + limits.events()
                                    + " events."));
        }
    }

    /// Sends what is left and how it ended.
    private void finish(@Nullable RunOutcome outcome) throws IOException {
        ending.drains();
        findings.addAll(failedTasks.findings());
        pass(ALL_BATCHES); // has all that was recorded when the end was decided
        long now = watch.time(Recording.traceNanos());
        analysis.fold(Long.MAX_VALUE);
        RunOutcome inFull = outcome == null ? null : watch.inFull(outcome, analysis);
        analysis.end(now, isNatural(outcome));
        isLast = true;
        sendFindings();
        sendNames(); // of objects that only moments speak of
        watch.finish(reports);
        if (inFull != null) {
            reports.write(new RunnerReport.Ended(inFull).toFrame());
            reports.flush();
        }
    }

    /// Whether the program ended because its threads did.
    private boolean isNatural(@Nullable RunOutcome outcome) {
        return !ending.isExit()
                && (outcome instanceof RunOutcome.Completed || outcome instanceof RunOutcome.Threw);
    }

    /// As [#finish], after the heap ran out under the drain itself. The program's threads have seen
    /// the same error and most of them are gone, so there is room for a last round; if not, the
    /// outcome alone.
    private void finishWithoutMemory() {
        try {
            finish(ending.requested());
        } catch (IOException | OutOfMemoryError e) {
            // What could be sent is sent; the process ends and the server sees that.
        }
    }
}
