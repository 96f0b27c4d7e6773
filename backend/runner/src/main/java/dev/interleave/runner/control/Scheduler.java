package dev.interleave.runner.control;

import dev.interleave.analysis.races.Race;
import dev.interleave.analysis.races.RaceDetector;
import dev.interleave.probe.ControlProbes;
import dev.interleave.probe.Green;
import dev.interleave.probe.Recording;
import dev.interleave.runner.control.Fiber.Waiting;
import dev.interleave.schedule.Strategy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Who moves, in one schedule: its threads, its time, its steps, and how it ends.
final class Scheduler {
    /// After so many steps everybody moves in turn: a schedule that starves somebody comes to its
    /// end then, if there is one.
    static final int UNFAIR_STEPS = 4_000;

    /// So much is shown of what comes after a race in a schedule that has no end.
    private static final int STEPS_AFTER_RACE = 50;

    private final Strategy strategy;
    private final @Nullable Recorded recorded;
    private final @Nullable Witness witness;
    private final Length length;
    private final Heartbeat heartbeat;
    private final List<Fiber> fibers = new ArrayList<>();
    private final Deadlines time = new Deadlines(fibers);
    private final Fate fate = new Fate();
    private final List<Race> races = new ArrayList<>();
    private final RaceDetector detector = new RaceDetector(this::raced);
    private final Things things = new Things();
    private final Options options = new Options();
    private final StepRecord step = new StepRecord();

    private @Nullable Fiber current;
    private @Nullable Fiber upcoming;
    private @Nullable Error excess;
    private boolean isStepping;
    private int steps;
    private int lastStep;
    private int lastChange;
    private long hash = 17;

    /// @param recorded takes the schedule down, if what happens is recorded
    /// @param witness who looks at its races then
    Scheduler(
            Strategy strategy,
            Length length,
            @Nullable Recorded recorded,
            @Nullable Witness witness,
            Heartbeat heartbeat) {
        this.strategy = strategy;
        this.length = length;
        this.lastStep = length.steps();
        this.recorded = recorded;
        this.witness = witness;
        this.heartbeat = heartbeat;
    }

    /// Runs `main` and all that it starts.
    Verdict run(Thread main, Thread carrier) {
        add(main);
        Fiber next = choose();
        while (next != null) {
            current = next;
            upcoming = null;
            next.step(carrier);
            next = upcoming;
        }
        finishStep();
        record(steps + 1);
        if (recorded != null) {
            recorded.moments().ended(steps + 1, fibers);
        }
        return fate.verdict(races, steps <= UNFAIR_STEPS, hash);
    }

    private void raced(Race race) {
        races.add(race);
        if (witness != null) {
            witness.raced(race, fibers);
        }
    }

    // What it knows.

    List<Race> races() {
        return races;
    }

    RaceDetector detector() {
        return detector;
    }

    Things things() {
        return things;
    }

    /// The step that is being made.
    StepRecord step() {
        return step;
    }

    int steps() {
        return steps;
    }

    /// Its time.
    Deadlines time() {
        return time;
    }

    /// How it ends.
    Fate fate() {
        return fate;
    }

    /// The thread that moves.
    Fiber self() {
        Fiber self = current;
        if (self == null) {
            throw new IllegalStateException("no thread of the program runs");
        }
        return self;
    }

    // Threads.

    /// One more thread that can be moved.
    Fiber add(Thread thread) {
        var fiber = new Fiber(thread, fibers.size() + 1, things.nextId());
        fibers.add(fiber);
        return fiber;
    }

    /// Whether the end of a thread ends daemons that have not come to theirs.
    boolean isLastBeforeDaemons(Fiber self) {
        boolean hasDaemons = false;
        for (Fiber fiber : fibers) {
            if (fiber != self && fiber.waiting != Waiting.GONE) {
                if (!fiber.thread().isDaemon()) {
                    return false;
                }
                hasDaemons = true;
            }
        }
        return hasDaemons && !self.thread().isDaemon();
    }

    /// The current thread ends.
    void end(Fiber self) {
        self.waiting = Waiting.GONE;
        detector.ended(self.number);
        step.touch(things.of(self).id, true);
        step.show(self.shown);
        if (isOver() && fibers.stream().anyMatch(fiber -> fiber.waiting != Waiting.GONE)) {
            step.makeGlobal(); // daemons that could move never will
        }
        upcoming = choose();
    }

    /// All threads end here and now. Does not return.
    void endAll() {
        for (Fiber fiber : fibers) {
            fiber.waiting = Waiting.GONE;
        }
        step.makeGlobal();
        upcoming = choose();
        Green.pause();
    }

    /// The program has used more than it may: nothing that comes after counts. Does not return.
    void exceed(Error what) {
        excess = what;
        endAll();
    }

    /// What the program has used too much of, or null.
    @Nullable Error excess() {
        return excess;
    }

    /// A moment before something others may see: anybody may move first. Who does nothing but look
    /// around again and again waits for others.
    void point(Fiber self, long target, boolean writes) {
        self.target = target;
        self.writes = writes;
        self.looksOrChanges(writes);
        turn(self);
    }

    /// A thread uses what nobody else has been seen to touch. When it does that without an end it
    /// may wait for another one to change it, who has to get a chance.
    void pointUnlessNew(Fiber self, long target, boolean writes) {
        if (self.usesEndlessly()) {
            self.yields = true;
            point(self, target, writes);
        }
    }

    /// The current thread can't go on before what it waits for is there, or `nanos` are over, which
    /// are none when 0.
    void wait(Fiber self, Waiting how, long nanos) {
        self.waiting = how;
        self.looksOrChanges(true);
        self.isDue = false;
        self.deadline = time.after(nanos);
        self.show(
                how == Waiting.MONITOR
                        ? Green.Showing.BLOCKED
                        : nanos == 0 ? Green.Showing.WAITING : Green.Showing.TIMED_WAITING);
        step.show(self.shown);
        // The virtual machine's own frames would be on its stack.
        boolean isPinned = recorded != null && self.initialisers > 0 && self.thread().isVirtual();
        if (isPinned) {
            ControlProbes.pinnedBegan(self.thread());
        }
        turn(self);
        step.show(self.shown);
        if (isPinned) {
            ControlProbes.pinnedEnded(self.thread());
        }
    }

    /// Lets somebody move; returns when the current thread is to go on.
    private void turn(Fiber self) {
        Fiber next = choose();
        if (next != self) {
            upcoming = next;
            pause(self);
        }
        self.waiting = Waiting.NOTHING;
        self.show(Green.Showing.RUNNABLE);
        self.deadline = Fiber.NEVER;
        self.yields = false;
    }

    private void pause(Fiber self) {
        if (!Green.pause()) {
            // Native code is on the stack, as in a class initialiser of an interface: whoever was
            // to move can't.
            fate.fail(Verdict.Kind.STUCK, "pinned");
            throw new IllegalStateException(
                    self.thread().getName() + " can't be left here: native code calls it");
        }
    }

    // Steps.

    private @Nullable Fiber choose() {
        while (true) {
            finishStep();
            if (isOver()) {
                return null;
            }
            collect();
            if (options.options() == 0) {
                stand();
                return null;
            }
            if (steps >= lastStep) {
                cutOff();
                return null;
            }
            int option = steps < UNFAIR_STEPS ? strategy.choose(options) : leastRecent();
            Fiber chosen = options.fiber(option);
            if (recorded != null && steps < UNFAIR_STEPS) {
                recorded.moments().decided(steps + 1, options.thread(option), fibers, options);
            }
            beginStep(chosen == null ? 0 : chosen.number);
            if (chosen != null) {
                tellPreemption(chosen);
                return chosen;
            }
            step.makeGlobal();
            time.pass(options.options() > 1);
        }
    }

    private void tellPreemption(Fiber chosen) {
        int at = options.current();
        Fiber before = at < 0 ? null : options.fiber(at);
        if (recorded != null && before != null && before != chosen && !before.yields) {
            ControlProbes.preempted(before.thread(), chosen.thread());
        }
    }

    private void collect() {
        options.clear();
        boolean isTimed = false;
        for (int i = 0; i < fibers.size(); i++) {
            Fiber fiber = fibers.get(i);
            if (fiber.canMove()) {
                options.add(fiber, fiber == current);
            } else {
                isTimed |= fiber.deadline != Fiber.NEVER && !fiber.isDue;
            }
        }
        if (isTimed && time.mayPass(options.options() > 0)) {
            options.add(null, false);
        }
    }

    private int leastRecent() {
        int last = current == null ? 0 : current.number;
        for (int i = 0; i < options.options(); i++) {
            if (options.thread(i) > last || options.thread(i) == 0) {
                return i;
            }
        }
        return 0;
    }

    private void beginStep(int thread) {
        steps++;
        heartbeat.beat();
        hash = hash * 1_000_003 + thread;
        isStepping = true;
        step.begin(thread, things.firstFree());
        record(steps);
    }

    private void record(int number) {
        if (recorded != null) {
            recorded.times().begin(number, time.now());
            Recording.step(number);
        }
    }

    private void finishStep() {
        if (isStepping) {
            isStepping = false;
            if (step.hasWritten()) {
                lastChange = steps;
            }
            if (length.endsAfterRace() && !races.isEmpty()) {
                lastStep = Math.min(lastStep, steps + STEPS_AFTER_RACE);
            }
            if (steps <= UNFAIR_STEPS) {
                strategy.stepped(step);
            }
        }
    }

    /// Time passes while the current thread moves.
    void addTime(long nanos) {
        step.makeGlobal();
        step.change();
        time.add(nanos);
    }

    // The end.

    /// Whether only daemons are left.
    private boolean isOver() {
        if (fate.isStuck()) {
            return true;
        }
        for (int i = 0; i < fibers.size(); i++) {
            Fiber fiber = fibers.get(i);
            if (fiber.waiting != Waiting.GONE && !fiber.thread().isDaemon()) {
                return false;
            }
        }
        return true;
    }

    /// Nobody can move any more.
    private void stand() {
        boolean isDeadlock =
                fibers.stream()
                        .anyMatch(fiber ->
                                fiber.waiting != Waiting.GONE
                                        && !fiber.thread().isDaemon()
                                        && !IdlePools.isIdle(fiber));
        if (isDeadlock) {
            fate.fail(Verdict.Kind.DEADLOCKED, "deadlock");
        }
    }

    private void cutOff() {
        if (steps == length.steps() && lastChange < UNFAIR_STEPS) {
            fate.fail(Verdict.Kind.LIVELOCKED, "livelock");
        } else {
            fate.cutOff();
        }
    }
}
