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

    /// After so many it is cut off.
    static final int MAX_STEPS = 20_000;

    /// So much is shown of what comes after a race in a schedule that has no end.
    private static final int STEPS_AFTER_RACE = 50;

    /// How often in a schedule time may pass although somebody could move: timeouts that win a
    /// race. Without a bound a thread that waits again and again would make schedules without end.
    private static final int MAX_CLOCK_WINS = 5;

    private final Strategy strategy;
    private final @Nullable Recorded recorded;
    private final @Nullable Witness witness;
    private final boolean endsAfterRace;
    private final Heartbeat heartbeat;
    private final List<Fiber> fibers = new ArrayList<>();
    private final List<Race> races = new ArrayList<>();
    private final RaceDetector detector = new RaceDetector(this::raced);
    private final Things things = new Things();
    private final Options options = new Options();
    private final StepRecord step = new StepRecord();

    private @Nullable Fiber current;
    private @Nullable Fiber upcoming;
    private boolean isStepping;
    private long now;
    private int clockWins;
    private boolean isBounded;
    private int steps;
    private int lastStep = MAX_STEPS;
    private int lastChange;
    private long hash = 17;
    private @Nullable String failure;
    private @Nullable Throwable mainThrew;
    private Verdict.Kind end = Verdict.Kind.PASSED;

    /// @param recorded takes the schedule down, if what happens is recorded
    /// @param witness who looks at its races then
    /// @param endsAfterRace whether to cut the schedule off shortly after the first race
    Scheduler(
            Strategy strategy,
            @Nullable Recorded recorded,
            @Nullable Witness witness,
            boolean endsAfterRace,
            Heartbeat heartbeat) {
        this.strategy = strategy;
        this.recorded = recorded;
        this.witness = witness;
        this.endsAfterRace = endsAfterRace;
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
        return verdict();
    }

    private void raced(Race race) {
        races.add(race);
        if (witness != null) {
            witness.raced(race, fibers);
        }
    }

    private Verdict verdict() {
        if (failure == null && !races.isEmpty()) {
            Race race = races.getFirst();
            end = end == Verdict.Kind.CUT ? end : Verdict.Kind.RACED;
            failure =
                    "race "
                            + Engine.variableOf(race)
                            + " "
                            + Math.min(race.earlier().site(), race.later().site())
                            + " "
                            + Math.max(race.earlier().site(), race.later().site());
        }
        boolean isComplete =
                steps <= UNFAIR_STEPS && end != Verdict.Kind.CUT && end != Verdict.Kind.STUCK;
        return new Verdict(end, failure == null ? "" : failure, isComplete, hash, mainThrew);
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

    /// Virtual time, in nanoseconds since the start.
    long now() {
        return now;
    }

    /// Whether time could not pass although it could have.
    boolean isBounded() {
        return isBounded;
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
        step.touch(things.of(self).id, true);
        step.show(self.shown);
        if (isOver()) {
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

    /// Something went wrong; what goes wrong first counts.
    void fail(Verdict.Kind kind, String key) {
        if (failure == null) {
            end = kind;
            failure = key;
        }
    }

    /// An exception ended the main thread.
    void mainThrew(Throwable thrown) {
        mainThrew = thrown;
    }

    /// A moment before something others may see: anybody may move first.
    void point(Fiber self, long target, boolean writes) {
        self.target = target;
        self.writes = writes;
        turn(self);
    }

    /// The current thread can't go on before what it waits for is there, or `nanos` are over, which
    /// are none when 0.
    void wait(Fiber self, Waiting how, long nanos) {
        self.waiting = how;
        self.isDue = false;
        self.deadline = nanos == 0 ? Fiber.NEVER : now + Math.min(nanos, Long.MAX_VALUE - now);
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
            fail(Verdict.Kind.STUCK, "pinned");
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
            clockWins += options.options() == 1 ? 0 : 1;
            passTime();
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
            } else if (fiber.deadline != Fiber.NEVER) {
                isTimed |= !fiber.isDue;
            }
        }
        if (isTimed && options.options() > 0 && clockWins >= MAX_CLOCK_WINS) {
            isBounded = true;
        } else if (isTimed) {
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
            recorded.times().begin(number, now);
            Recording.step(number);
        }
    }

    private void finishStep() {
        if (isStepping) {
            isStepping = false;
            if (step.hasWritten()) {
                lastChange = steps;
            }
            if (endsAfterRace && !races.isEmpty()) {
                lastStep = Math.min(lastStep, steps + STEPS_AFTER_RACE);
            }
            if (steps <= UNFAIR_STEPS) {
                strategy.stepped(step);
            }
        }
    }

    /// Time passes while the current thread moves.
    void addTime(long nanos) {
        now += nanos;
        step.makeGlobal();
        step.change();
        wakeDue();
    }

    private void passTime() {
        step.makeGlobal();
        long next = Fiber.NEVER;
        for (Fiber fiber : fibers) {
            if (!fiber.isDue && fiber.waiting != Waiting.GONE) {
                next = Math.min(next, fiber.deadline);
            }
        }
        now = Math.max(now, next);
        wakeDue();
    }

    private void wakeDue() {
        for (Fiber fiber : fibers) {
            if (fiber.deadline <= now) {
                fiber.isDue = true;
            }
        }
    }

    // The end.

    /// Whether only daemons are left.
    private boolean isOver() {
        if (end == Verdict.Kind.STUCK) {
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
            fail(Verdict.Kind.DEADLOCKED, "deadlock");
        }
    }

    private void cutOff() {
        if (steps == MAX_STEPS && lastChange < UNFAIR_STEPS) {
            fail(Verdict.Kind.LIVELOCKED, "livelock");
        } else {
            end = Verdict.Kind.CUT;
        }
    }
}
