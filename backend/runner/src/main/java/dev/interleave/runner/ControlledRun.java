package dev.interleave.runner;

import dev.interleave.analysis.CutOff;
import dev.interleave.analysis.races.RaceEvidence;
import dev.interleave.model.control.Control;
import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.ScheduleException;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.ClassBytes;
import dev.interleave.model.program.Variable;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.Moment;
import dev.interleave.probe.ControlProbes;
import dev.interleave.probe.ProbeSink;
import dev.interleave.runner.control.Engine;
import dev.interleave.runner.control.Length;
import dev.interleave.runner.control.Statics;
import dev.interleave.runner.control.ThreadsExceeded;
import dev.interleave.schedule.NonPreemptive;
import dev.interleave.schedule.Recorder;
import dev.interleave.schedule.Replay;
import dev.interleave.schedule.Strategies;
import dev.interleave.schedule.Strategy;

import org.jspecify.annotations.Nullable;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One program on green threads, on the thread that calls [#run]: perhaps a search first, in which
/// nothing is recorded, and then the one schedule that is reported.
final class ControlledRun {
    /// So many schedules show which variables threads share, where no search does.
    private static final int LOOKS = 3;

    private final Program program;
    private final Control control;
    private final RunLimits limits;
    private final Entry entry;
    private final OutputCapture output;
    private final Ending ending;
    private final Queue<Finding> findings;
    private final RaceEvidence races =
            new RaceEvidence(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    private volatile boolean isToEnd;
    private volatile @Nullable Search search;
    private volatile @Nullable Engine engine;
    private volatile @Nullable Thread carrier;
    private volatile @Nullable String scheduleText;
    private volatile @Nullable CutOff cutOff;

    ControlledRun(
            Program program,
            Control control,
            RunLimits limits,
            Entry entry,
            OutputCapture output,
            Ending ending,
            Queue<Finding> findings) {
        this.program = program;
        this.control = control;
        this.limits = limits;
        this.entry = entry;
        this.output = output;
        this.ending = ending;
        this.findings = findings;
    }

    /// Ends the search with what it has found, if there is one. From any thread.
    void end() {
        isToEnd = true;
    }

    /// What is seen of the races of the schedule that is reported. From any thread.
    RaceEvidence races() {
        return races;
    }

    /// How the schedule that is reported stood when it was cut off, or null. From any thread, once
    /// the end has been asked for.
    @Nullable CutOff cutOff() {
        return cutOff;
    }

    /// The search, once it has begun. From any thread.
    @Nullable Search search() {
        return search;
    }

    /// The text of the schedule that is reported, once that is known. From any thread.
    @Nullable String scheduleText() {
        return scheduleText;
    }

    /// Who could have moved when, in the schedule that is reported: what is new of that. From any
    /// thread.
    List<Moment> takeMoments() {
        Engine made = engine;
        return made == null ? List.of() : made.takeMoments();
    }

    /// What the thread does that does not come to its next step, and where in the source, as far as
    /// that is known. From any thread.
    String stuckThread() {
        Thread runs = carrier;
        StackTraceElement[] stack = runs == null ? new StackTraceElement[0] : runs.getStackTrace();
        boolean isNative = stack.length > 0 && stack[0].isNativeMethod();
        return (isNative
                        ? "A thread is in native code, such as of a file or a pipe, where it can't"
                                + " be left"
                        : "A thread runs on and on without doing anything that others can see")
                + where(stack)
                + ".";
    }

    private static String where(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> "Main.java".equals(frame.getFileName()))
                .map(frame -> ", at line " + frame.getLineNumber())
                .findFirst()
                .orElse("");
    }

    /// The virtual time at which a record was made, by the time that it bears. From any thread.
    long virtualNanos(long recordNanos) {
        Engine running = engine;
        return running == null ? recordNanos : running.virtualNanos(recordNanos);
    }

    /// How many steps were made. From any thread.
    long heartbeat() {
        Engine running = engine;
        return running == null ? 0 : running.heartbeat();
    }

    /// Runs to the end and asks for the run to end.
    void run() {
        carrier = Thread.currentThread();
        Throwables.outOfMemory(new OutOfMemoryError(), limits); // linked while there is memory
        try {
            Engine made =
                    new Engine(
                            new Statics(
                                    classes(),
                                    program.variables().stream().map(Variable::label).toList()),
                            this::main,
                            limits.threads());
            ControlProbes.install(made);
            engine = made;
            mute();
            Schedule schedule = prepare(made);
            scheduleText = schedule.text();
            report(made, schedule);
        } catch (OutOfMemoryError e) { // first: the others' classes may no longer find room
            ending.request(Throwables.outOfMemory(e, limits));
        } catch (ScheduleException e) {
            ending.request(new RunOutcome.Threw(String.valueOf(e.getMessage())));
        } catch (ThreadsExceeded e) {
            ending.request(Throwables.tooManyThreads(e.limit(), e.getMessage()));
        } catch (ReflectiveOperationException | RuntimeException e) {
            ending.request(new RunOutcome.RunnerLost("The engine failed: " + e + "."));
        }
    }

    private List<Class<?>> classes() throws ClassNotFoundException {
        var classes = new ArrayList<Class<?>>();
        for (ClassBytes type : program.classes()) {
            classes.add(Class.forName(type.name(), false, entry.loader()));
        }
        return classes;
    }

    /// What the program prints in schedules that are not reported goes nowhere. A subclass, so that
    /// it takes no lock of `java.util.concurrent`, which would order threads.
    private static void mute() {
        var silent = new PrintStream(OutputStream.nullOutputStream()) {};
        System.setOut(silent);
        System.setErr(silent);
    }

    /// The schedule to report: the one that was asked for, or that was found.
    private Schedule prepare(Engine made) {
        if (control.schedule().isPresent()) {
            Schedule schedule = valid(control.schedule().get());
            made.share(schedule.shared());
            if (control.isSearch()) {
                warmUp(made, new Replay(schedule));
                searching(made).repeat(schedule);
            }
            return schedule;
        }
        if (control.isSearch()) {
            Search searching = searching(made);
            warmUp(made, new Replay(List.of()));
            searching.run();
            return searching.schedule();
        }
        for (int i = 0; i < LOOKS; i++) {
            warmUp(made, random());
            made.grow();
        }
        var recorder = new Recorder(asked());
        warmUp(made, recorder);
        return recorder.schedule(control.program(), made.shared());
    }

    private Schedule valid(String text) {
        Schedule schedule = Schedule.parse(text);
        if (!schedule.program().equals(control.program())) {
            throw new ScheduleException(
                    "The schedule is of another program or JDK: it was made for "
                            + schedule.program()
                            + ", this is "
                            + control.program()
                            + ".");
        }
        return schedule;
    }

    /// What the seed says, or nobody is interrupted.
    private Strategy asked() {
        return control.strategy() == StrategyKind.NONE ? new NonPreemptive() : random();
    }

    private Search searching(Engine made) {
        var searching = new Search(made, control, () -> isToEnd);
        search = searching;
        return searching;
    }

    private Strategy random() {
        return Strategies.of(StrategyKind.RANDOM, control.seed());
    }

    /// A schedule that is not reported: what the virtual machine links at first use is linked then.
    private void warmUp(Engine made, Strategy strategy) {
        strategy.begin();
        made.run(strategy, Length.SEARCHED);
    }

    private Thread main() {
        var main = new Thread(null, entry::run, "main");
        main.setContextClassLoader(entry.loader());
        return main;
    }

    private void report(Engine made, Schedule schedule) {
        var report = new ScheduleReport(made, control, schedule, search);
        report.foresee();
        output.installLockless();
        RunOutcome outcome = report.record(program, races, findings);
        mute();
        cutOff = report.cutOff();
        if (outcome == null) {
            ending.stands();
        } else {
            ending.request(outcome);
        }
    }

    /// The recording's own business is none of the engine's.
    static ProbeSink aside(ProbeSink sink) {
        return (ProbeSink)
                Proxy.newProxyInstance(
                        ControlledRun.class.getClassLoader(),
                        new Class<?>[] {ProbeSink.class},
                        (_, method, arguments) -> {
                            int token = ControlProbes.beginAside();
                            try {
                                return method.invoke(sink, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            } finally {
                                ControlProbes.endAside(token);
                            }
                        });
    }
}
