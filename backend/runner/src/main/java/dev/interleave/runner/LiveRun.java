package dev.interleave.runner;

import dev.interleave.model.control.Control;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.ProgramCodec;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.wire.RunnerCommand;
import dev.interleave.probe.ProbeSink;
import dev.interleave.probe.Recording;
import dev.interleave.probe.ThreadRecorder;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// One program on real threads in real time.
///
/// The program's threads call [ProbeSink] methods here; all else happens in the [Drain], on the
/// first thread, which alone talks to the server and alone ends the virtual machine.
final class LiveRun implements ProbeSink {
    /// All threads of a controlled run have their frames there while they run.
    private static final long CARRIER_STACK_BYTES = 8L << 20;

    private final RunLimits limits;
    private final Ending ending = new Ending();
    private final LaneRegistry lanes = new LaneRegistry();
    private final OutputCapture output;
    private final AtomicInteger platformThreads = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger keepingAlive = new AtomicInteger();
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
    private final FailedTasks failedTasks = new FailedTasks();
    private final Misuses misuses = new Misuses();
    private volatile @Nullable Throwable mainThrew;

    /// Whether an engine says when the run is over.
    private final boolean isControlled;

    private LiveRun(RunLimits limits, boolean isControlled) {
        this.limits = limits;
        this.isControlled = isControlled;
        this.output = new OutputCapture(limits.outputBytes(), ending);
    }

    /// Runs the program on threads of its own, or on one for all if every switch is to be decided,
    /// and drains on this one, until the virtual machine ends. Whatever comes from `commands` means
    /// stop.
    static void run(RunnerCommand.StartRun command, InputStream commands, OutputStream reports) {
        Program program = ProgramCodec.read(command.program().array());
        var run = new LiveRun(command.limits(), command.control().isPresent());
        Entry entry = Entry.of(program);
        Thread.currentThread().setName("interleave");
        ControlledRun controlled =
                command.control()
                        .map(control -> run.controlled(program, control, entry))
                        .orElse(null);
        var drain =
                new Drain(
                        program,
                        run.limits,
                        run.lanes,
                        run.output,
                        run.ending,
                        run.findings,
                        run.failedTasks,
                        run.misuses,
                        controlled == null
                                ? new LiveWatch(run.limits, run.ending)
                                : new ControlWatch(controlled, run.limits, run.ending),
                        commands,
                        new ReportStream(new BufferedOutputStream(reports, 1 << 16)));
        Recording.open(controlled == null ? run : ControlledRun.aside(run));
        if (controlled == null) {
            run.output.install();
            var main = new Thread(null, entry::run, "main");
            main.setContextClassLoader(entry.loader());
            Recording.adopt(main);
            main.start();
        } else {
            new Thread(null, controlled::run, "carrier", CARRIER_STACK_BYTES).start();
        }
        drain.run();
    }

    private ControlledRun controlled(Program program, Control control, Entry entry) {
        return new ControlledRun(program, control, limits, entry, output, ending, findings);
    }

    @Override
    public void laneOpened(ThreadRecorder recorder, Thread thread, int parent) {
        lanes.opened(recorder.lane(), thread, parent, Starts.isByProgram());
        if (opened.incrementAndGet() > limits.lanes()) {
            ending.request(Throwables.tooManyThreads(limits.lanes(), "threads in all"));
        }
        if (!thread.isVirtual() && platformThreads.incrementAndGet() > limits.threads()) {
            ending.request(Throwables.tooManyThreads(limits.threads(), "platform threads at once"));
        }
        if (!thread.isDaemon()) {
            keepingAlive.incrementAndGet();
        }
    }

    @Override
    public void laneEnded(ThreadRecorder recorder, Thread thread) {
        lanes.ended(recorder.lane());
        if (!thread.isVirtual()) {
            platformThreads.decrementAndGet();
        }
        if (!thread.isDaemon() && keepingAlive.decrementAndGet() == 0 && !isControlled) {
            ending.request(endOf(mainThrew));
        }
    }

    static RunOutcome endOf(@Nullable Throwable thrown) {
        return thrown == null
                ? new RunOutcome.Completed("The program ran to its end.")
                : new RunOutcome.Threw(
                        "The main thread ended with " + Throwables.describe(thrown) + ".");
    }

    @Override
    public void carrierOpened(int lane, Thread carrier) {
        lanes.carrierOpened(lane, carrier);
    }

    @Override
    public void taskFailed(ThreadRecorder recorder, Object future, Throwable thrown) {
        Throwables.hideOurFrames(thrown);
        failedTasks.add(future, recorder.lane(), lanes.nameOf(recorder.lane()), thrown);
    }

    @Override
    public void orderedUnseen(ThreadRecorder recorder) {
        lanes.orderedUnseen(recorder.lane());
    }

    @Override
    public void waitingBlindly(int site) {
        lanes.waitingBlindly(site);
    }

    @Override
    public void waitingOnce(ThreadRecorder recorder, int site) {
        misuses.waitedOnce(recorder.lane(), site);
    }

    @Override
    public void usedTogether(
            int collection,
            Class<?> type,
            ThreadRecorder first,
            int firstSite,
            ThreadRecorder second,
            int secondSite) {
        misuses.usedTogether(
                collection,
                type.getSimpleName(),
                first.lane(),
                firstSite,
                second.lane(),
                secondSite);
    }

    @Override
    public void laneRenamed(ThreadRecorder recorder, String name) {
        lanes.renamed(recorder.lane(), name);
    }

    @Override
    public void uncaught(ThreadRecorder recorder, Throwable thrown) {
        Throwables.hideOurFrames(thrown);
        if (thrown instanceof OutOfMemoryError error) {
            ending.request(Throwables.outOfMemory(error, limits));
        }
        if (recorder.lane() == 1) {
            mainThrew = thrown;
        } else if (isUnseen(Thread.currentThread())) {
            findings.add(
                    new Finding(
                            FindingKind.UNCAUGHT_EXCEPTION,
                            lanes.nameOf(recorder.lane())
                                    + " ended with "
                                    + Throwables.describe(thrown)
                                    + ", and nobody caught it.",
                            Throwables.lineOf(thrown).stream().boxed().toList(),
                            List.of(recorder.lane())));
        }
    }

    /// Whether nobody but standard error is told of what ends this thread.
    private static boolean isUnseen(Thread thread) {
        return Thread.getDefaultUncaughtExceptionHandler() == null
                && thread.getUncaughtExceptionHandler() instanceof ThreadGroup;
    }

    @Override
    public void halting(int status) {
        if (ending.isDraining()) {
            return; // our own halt
        }
        ending.exits();
        ending.request(
                new RunOutcome.Completed(
                        "The program ended itself with status "
                                + status
                                + " (System.exit or halt)."));
        ending.awaitHalt();
    }
}
