package dev.interleave.runner.control;

import dev.interleave.analysis.races.Race;
import dev.interleave.model.control.Extent;
import dev.interleave.model.control.Schedule;
import dev.interleave.model.trace.Moment;
import dev.interleave.probe.ChanceControl;
import dev.interleave.probe.ClassControl;
import dev.interleave.probe.ClockControl;
import dev.interleave.probe.Controller;
import dev.interleave.probe.MemoryControl;
import dev.interleave.probe.MonitorControl;
import dev.interleave.probe.Recording;
import dev.interleave.probe.ThreadControl;
import dev.interleave.schedule.Replay;
import dev.interleave.schedule.Strategy;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Runs schedules: one at a time, on the carrier that calls [#run].
///
/// A schedule is a sequence of steps. Before each the strategy decides who moves; the step is what
/// that thread does until its next operation that others may see, that operation itself at the
/// beginning. A thread that has to wait is not among the options until what it waits for is there.
/// Time is virtual: it stands still but for the steps of the clock, each of which takes it to the
/// next deadline.
public final class Engine implements Controller {
    private final Thread carrier = Thread.currentThread();
    private final Heartbeat heartbeat = new Heartbeat();
    private final SharedVariables shared = new SharedVariables();
    private final Statics statics;
    private final Supplier<Thread> main;
    private final int platformThreads;
    private final Recorded recorded = new Recorded(new StepTimes(), new MomentLog());
    private @Nullable World world;

    /// Whether in any schedule time could not pass although it could have.
    private boolean isBounded;

    /// One schedule, by the parts of it that hooks come to.
    private record World(
            Scheduler scheduler,
            GreenThreads threads,
            Monitors monitors,
            Memory memory,
            Initialisers classes,
            VirtualClock clock,
            Chance chance) {}

    /// An engine on the current thread, for a program with these statics, in whose schedules the
    /// thread that `main` makes is the first.
    ///
    /// @param platformThreads how many of these may live at once
    public Engine(Statics statics, Supplier<Thread> main, int platformThreads) {
        this.statics = statics;
        this.main = main;
        this.platformThreads = platformThreads;
    }

    /// Counts steps over all schedules, for a watchdog. From any thread.
    public long heartbeat() {
        return heartbeat.beats();
    }

    /// The variables whose accesses are choices: those that a second thread has been seen to touch.
    public List<Integer> shared() {
        return shared.list();
    }

    /// Makes the accesses to these variables choices, and to no others.
    public void share(List<Integer> variables) {
        shared.set(variables);
    }

    /// Whether more variables turned out to be shared since the last call; they count from now on.
    public boolean grow() {
        return shared.grow();
    }

    /// How much a search has seen when it has run out of schedules.
    public Extent extent() {
        if (shared.hides()) {
            return Extent.PART;
        }
        return isBounded ? Extent.ALL_BUT_EARLY : Extent.ALL;
    }

    /// The races of the last schedule.
    public List<Race> races() {
        return world().scheduler.races();
    }

    /// The variable that a race is on, as hooks number it.
    public static int variableOf(Race race) {
        return ((Cell) race.variable()).variable;
    }

    /// Who could move when in the recorded schedule: what was taken down since the last call. From
    /// any thread.
    public List<Moment> takeMoments() {
        return recorded.moments().take();
    }

    /// How many steps the last schedule had.
    public int steps() {
        return world().scheduler.steps();
    }

    /// After so many steps everybody moves in turn.
    public int unfairSteps() {
        return Scheduler.UNFAIR_STEPS;
    }

    /// The virtual time at which a record was made, in nanoseconds, by the time that it bears.
    public long virtualNanos(long recordNanos) {
        return recorded.times().of(recordNanos);
    }

    /// Runs one schedule of `strategy`, which has begun. When the program starts too many threads,
    /// this is a [ThreadsExceeded]; when there is too little memory for it, an [OutOfMemoryError].
    public Verdict run(Strategy strategy, Length length) {
        return run(main.get(), new Scheduler(strategy, length, null, null, heartbeat), null);
    }

    /// Runs a schedule again.
    public Verdict replay(Schedule schedule, Length length) {
        var replay = new Replay(schedule);
        replay.begin();
        return run(replay, length);
    }

    /// Runs one schedule of `strategy`, which has begun, and records it; `witness` looks at the
    /// races.
    public Verdict record(Strategy strategy, Length length, Witness witness) {
        Thread adopted = main.get();
        Recording.adopt(adopted);
        return run(adopted, new Scheduler(strategy, length, recorded, witness, heartbeat), witness);
    }

    private Verdict run(Thread first, Scheduler scheduler, @Nullable Witness witness) {
        statics.reset();
        var threads = new GreenThreads(scheduler, platformThreads);
        world =
                new World(
                        scheduler,
                        threads,
                        new Monitors(scheduler, threads),
                        new Memory(scheduler, statics, shared, witness),
                        new Initialisers(scheduler, statics),
                        new VirtualClock(scheduler),
                        new Chance(scheduler));
        Verdict verdict = scheduler.run(first, carrier);
        Error excess = scheduler.excess();
        if (excess != null) {
            throw excess;
        }
        isBounded |= scheduler.time().isBounded();
        return verdict;
    }

    private World world() {
        return Objects.requireNonNull(world, "no schedule has run");
    }

    @Override
    public ThreadControl threads() {
        return world().threads;
    }

    @Override
    public MonitorControl monitors() {
        return world().monitors;
    }

    @Override
    public MemoryControl memory() {
        return world().memory;
    }

    @Override
    public ClassControl classes() {
        return world().classes;
    }

    @Override
    public ClockControl clock() {
        return world().clock;
    }

    @Override
    public ChanceControl chance() {
        return world().chance;
    }
}
