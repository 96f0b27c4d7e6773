package dev.interleave.runner;

import dev.interleave.analysis.Analysis;
import dev.interleave.analysis.CutOff;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.program.Program;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.LaneKind;
import dev.interleave.model.trace.Moment;
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
import java.util.function.LongUnaryOperator;

/// Takes records from all threads in batches, sends them, and looks whether the program still
/// moves. Its thread has no recorder; the program may interrupt it but can't make it wait.
///
/// It asks for commands instead of waiting for them: a thread that waits in a system call would
/// hold up the end of the virtual machine by 300 ms.
final class Drain {
    private static final int BATCH_RECORDS = 8_192;

    private static final int BATCH_MOMENTS = 200;

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

    /// How long nothing must have happened before a stand is believed to be one. A thread that has
    /// been woken is known to be (see [Analysis]); this covers what wakes a thread unseen.
    private static final long STANDSTILL_NANOS = 150_000_000;

    private final RunLimits limits;
    private final LaneRegistry lanes;
    private final OutputCapture output;
    private final Ending ending;
    private final Queue<Finding> findings;
    private final FailedTasks failedTasks;
    private final Misuses misuses;
    private final @Nullable ControlWatch controlled;

    /// The time that counts in what is found, by that of the records.
    private final LongUnaryOperator time;

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
            @Nullable ControlledRun controlled,
            InputStream commands,
            ReportStream reports) {
        this.limits = limits;
        this.lanes = lanes;
        this.output = output;
        this.ending = ending;
        this.findings = findings;
        this.failedTasks = failedTasks;
        this.misuses = misuses;
        this.controlled = controlled == null ? null : new ControlWatch(controlled, limits, ending);
        this.time = controlled == null ? LongUnaryOperator.identity() : controlled::virtualNanos;
        this.commands = commands;
        this.reports = reports;
        this.labels = new ObjectLabels(program, lanes);
        this.analysis =
                new Analysis(labels, labels, controlled == null ? null : controlled.races());
    }

    /// Drains until the run ends, and halts the virtual machine.
    void run() {
        try {
            while (ending.requested() == null) {
                boolean isBusy = pass(BATCHES_A_ROUND);
                if (!isBusy) {
                    watch();
                }
                heed();
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
            analysis.fold(time.applyAsLong(drainedUntil));
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
        if (controlled != null && !isLast) {
            return; // all at the end, in an order that does not depend on when they were noticed
        }
        findings.addAll(misuses.take(labels));
        var fresh = new ArrayList<Finding>();
        for (Finding next = nextFinding(); next != null; next = nextFinding()) {
            if (!isRefuted(next) && found++ < MAX_FINDINGS) {
                fresh.add(next);
            }
        }
        if (controlled != null) {
            fresh.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::message));
        }
        if (!fresh.isEmpty()) {
            sendNames(); // of lanes that were opened, and went wrong, since the last names
        }
        for (Finding finding : fresh) {
            reports.write(new RunnerReport.Found(finding).toFrame());
        }
    }

    /// Locks taken in orders that could deadlock can't where no interleaving does.
    private boolean isRefuted(Finding finding) {
        return finding.kind() == FindingKind.LOCK_ORDER_CYCLE
                && controlled != null
                && controlled.hasSeenAllPass();
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
                    time.applyAsLong(records.getLong(at + TraceRecord.NANOS)),
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

    /// Ends the run when the server says so or its time is up.
    private void heed() throws IOException {
        if (controlled != null) {
            controlled.watch(commands.available() > 0, reports);
        } else if (commands.available() > 0) {
            ending.request(new RunOutcome.Stopped("The run was stopped."));
        } else if (Recording.nanos() > limits.wallMillis() * 1_000_000L) {
            ending.request(
                    new RunOutcome.TimedOut(
                            "The program ran for too long: the limit is "
                                    + limits.wallMillis()
                                    + " ms."));
        }
    }

    /// Looks whether anything can still happen, once nothing has for a while.
    private void watch() {
        if (controlled != null) {
            if (ending.isStanding()) {
                endStanding();
            }
        } else if (Recording.nanos() - lastEventNanos >= STANDSTILL_NANOS) {
            switch (analysis.standing()) {
                case MOVES -> {}
                case ONLY_IDLE_POOLS ->
                        ending.request(
                                new RunOutcome.Completed(
                                        "The program is done, but pool threads still wait for work:"
                                                + " nobody called shutdown() or close()."));
                case DEADLOCKED -> {
                    if (analysis.isStandstillConfirmed()) {
                        endStanding();
                    }
                }
            }
        }
    }

    private void endStanding() {
        Finding finding = analysis.standStill();
        ending.request(new RunOutcome.Deadlocked("Deadlock: " + finding.message()));
    }

    /// Sends what is left and how it ended.
    private void finish(@Nullable RunOutcome outcome) throws IOException {
        ending.drains();
        findings.addAll(failedTasks.findings());
        pass(ALL_BATCHES); // has all that was recorded when the end was decided
        long now = time.applyAsLong(Recording.traceNanos());
        analysis.fold(Long.MAX_VALUE);
        CutOff cutOff = controlled == null ? null : controlled.cutOff();
        String places = cutOff == null ? "" : analysis.cutOff(cutOff);
        analysis.end(now, isNatural(outcome));
        isLast = true;
        sendFindings();
        if (controlled != null) {
            sendMoments(controlled.takeMoments());
            controlled.finish(reports);
        }
        if (outcome != null) {
            reports.write(new RunnerReport.Ended(withPlaces(outcome, places)).toFrame());
            reports.flush();
        }
    }

    /// The outcome of a schedule that was cut off says where its threads were, too.
    private static RunOutcome withPlaces(RunOutcome outcome, String places) {
        return outcome instanceof RunOutcome.TimedOut(String text) && !places.isEmpty()
                ? new RunOutcome.TimedOut(text.substring(0, text.length() - 1) + ": " + places)
                : outcome;
    }

    private void sendMoments(List<Moment> moments) throws IOException {
        sendNames(); // of the objects they speak of
        for (int from = 0; from < moments.size(); from += BATCH_MOMENTS) {
            int to = Math.min(moments.size(), from + BATCH_MOMENTS);
            reports.write(TraceFrames.moments(moments.subList(from, to)));
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
