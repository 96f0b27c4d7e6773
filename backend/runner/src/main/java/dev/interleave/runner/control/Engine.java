package dev.interleave.runner.control;

import dev.interleave.analysis.races.Race;
import dev.interleave.analysis.races.RaceDetector;
import dev.interleave.probe.ControlProbes;
import dev.interleave.probe.Controller;
import dev.interleave.probe.Green;
import dev.interleave.probe.Recording;
import dev.interleave.runner.control.Fiber.Waiting;
import dev.interleave.schedule.Strategy;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    /// After so many steps everybody moves in turn: a schedule that starves somebody comes to its
    /// end then, if there is one.
    private static final int UNFAIR_STEPS = 4_000;

    /// After so many it is cut off.
    private static final int MAX_STEPS = 20_000;

    /// How often in a schedule time may pass although somebody could move: timeouts that win a
    /// race. Without a bound a thread that waits again and again would make schedules without end.
    private static final int MAX_CLOCK_WINS = 5;

    /// How much time passes when the program looks at the clock.
    private static final long LOOK_NANOS = 1_000_000;

    /// What looks at the clock touch, so that they count as a change.
    private static final long CLOCK_TARGET = 0;

    /// Variables below 0 in hooks are collections.
    private static final int COLLECTION = 0;

    private static final long EPOCH_MILLIS = 1_767_225_600_000L;

    private final Thread carrier;
    private final BitSet shared = new BitSet();
    private final BitSet newlyShared = new BitSet();
    private final Options options = new Options();
    private final Footprint step = new Footprint();
    private final Statics statics;
    private final List<Race> races = new ArrayList<>();

    private Things things = new Things();
    private RaceDetector detector = new RaceDetector(races::add);
    private @Nullable Strategy strategy;
    private final List<Fiber> fibers = new ArrayList<>();
    private @Nullable Fiber current;
    private @Nullable Fiber upcoming;
    private boolean isStepping;
    private boolean isRecorded;
    private long clock;
    private int clockWins;
    private boolean isBounded;
    private int steps;
    private int lastChange;
    private long hash;
    private int shownHashes;
    private @Nullable String failure;
    private @Nullable Throwable mainThrew;
    private Verdict.Kind end = Verdict.Kind.PASSED;
    private long beats;
    private volatile long heartbeat;

    /// An engine on the current thread, for a program with these statics.
    public Engine(Statics statics) {
        this.carrier = Thread.currentThread();
        this.statics = statics;
    }

    /// Counts steps over all schedules, for a watchdog.
    public long heartbeat() {
        return heartbeat;
    }

    /// The variables whose accesses are choices: those that a second thread has been seen to touch.
    public BitSet shared() {
        return shared;
    }

    /// Whether more variables turned out to be shared since the last call; they count from now on.
    public boolean grow() {
        newlyShared.andNot(shared);
        boolean isGrown = !newlyShared.isEmpty();
        shared.or(newlyShared);
        return isGrown;
    }

    /// Whether in any schedule time could not pass although it could have: then nobody can say that
    /// all interleavings were seen.
    public boolean isBounded() {
        return isBounded;
    }

    /// The races of the last schedule.
    public List<Race> races() {
        return races;
    }

    /// The variable that a race is on, as hooks number it.
    public static int variableOf(Race race) {
        return ((Cell) race.variable()).variable;
    }

    /// How many steps the last schedule had.
    public int steps() {
        return steps;
    }

    /// Runs the thread that `main` makes, and all it starts, as `strategy` says.
    public Verdict run(Supplier<Thread> main, Strategy strategy, boolean isRecorded) {
        begin(strategy, isRecorded);
        var first = new Fiber(main.get(), 1);
        fibers.add(first);
        Fiber next = choose();
        while (next != null) {
            current = next;
            upcoming = null;
            next.step(carrier);
            next = upcoming;
        }
        finishStep();
        if (isRecorded) {
            Recording.step(steps + 1);
        }
        return verdict();
    }

    private void begin(Strategy chosen, boolean recorded) {
        strategy = chosen;
        isRecorded = recorded;
        races.clear();
        things = new Things();
        detector = new RaceDetector(races::add);
        fibers.clear();
        current = null;
        isStepping = false;
        clock = 0;
        clockWins = 0;
        steps = 0;
        lastChange = 0;
        hash = 17;
        shownHashes = 0;
        failure = null;
        mainThrew = null;
        end = Verdict.Kind.PASSED;
        statics.reset();
    }

    private Verdict verdict() {
        if (failure == null && !races.isEmpty()) {
            Race race = races.getFirst();
            end = end == Verdict.Kind.CUT ? end : Verdict.Kind.RACED;
            failure =
                    "race "
                            + variableOf(race)
                            + " "
                            + Math.min(race.earlier().site(), race.later().site())
                            + " "
                            + Math.max(race.earlier().site(), race.later().site());
        }
        return new Verdict(
                end, failure == null ? "" : failure, end != Verdict.Kind.CUT, hash, mainThrew);
    }

    // Who moves.

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
            if (steps >= MAX_STEPS) {
                cutOff();
                return null;
            }
            int option = steps < UNFAIR_STEPS ? strategy().choose(options) : leastRecent();
            Fiber chosen = options.fiber(option);
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
        if (isRecorded && before != null && before != chosen && !before.yields) {
            ControlProbes.preempted(before.thread(), chosen.thread());
        }
    }

    private void collect() {
        options.clear();
        boolean isTimed = false;
        for (int i = 0; i < fibers.size(); i++) {
            Fiber fiber = fibers.get(i);
            if (fiber.canMove(this)) {
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
        heartbeat = ++beats;
        hash = hash * 1_000_003 + thread;
        isStepping = true;
        step.begin(thread, things.firstFree());
        if (isRecorded) {
            Recording.step(steps);
        }
    }

    private void finishStep() {
        if (isStepping) {
            isStepping = false;
            if (step.hasWritten()) {
                lastChange = steps;
            }
            if (steps <= UNFAIR_STEPS) {
                strategy().stepped(step);
            }
        }
    }

    private void passTime() {
        step.makeGlobal();
        long next = Fiber.NEVER;
        for (Fiber fiber : fibers) {
            if (!fiber.isDue && fiber.waiting != Waiting.GONE) {
                next = Math.min(next, fiber.deadline);
            }
        }
        clock = Math.max(clock, next);
        wakeDue();
    }

    private void wakeDue() {
        for (Fiber fiber : fibers) {
            if (fiber.deadline <= clock) {
                fiber.isDue = true;
            }
        }
    }

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
        if (lastChange < UNFAIR_STEPS) {
            fail(Verdict.Kind.LIVELOCKED, "livelock");
        } else {
            end = Verdict.Kind.CUT;
        }
    }

    private void fail(Verdict.Kind kind, String key) {
        if (failure == null) {
            end = kind;
            failure = key;
        }
    }

    private Strategy strategy() {
        return Objects.requireNonNull(strategy);
    }

    private Fiber self() {
        Fiber self = current;
        if (self == null) {
            throw new IllegalStateException("no thread of the program runs");
        }
        return self;
    }

    /// A moment before something others may see: anybody may move first.
    private void point(Fiber self, long target, boolean writes) {
        self.target = target;
        self.writes = writes;
        turn(self);
    }

    private void wait(Fiber self, Waiting how, long nanos) {
        self.waiting = how;
        self.isDue = false;
        self.deadline = nanos == 0 ? Fiber.NEVER : clock + Math.min(nanos, Long.MAX_VALUE - clock);
        self.show(
                how == Waiting.MONITOR
                        ? Green.Showing.BLOCKED
                        : nanos == 0 ? Green.Showing.WAITING : Green.Showing.TIMED_WAITING);
        turn(self);
    }

    // What threads do.

    @Override
    public Green started(Thread thread) {
        Fiber self = self();
        var child = new Fiber(thread, fibers.size() + 1);
        fibers.add(child);
        detector.started(self.number, child.number);
        step.start(child.number);
        return child;
    }

    @Override
    public void ended(Green thread) {
        Fiber self = (Fiber) thread;
        self.waiting = Waiting.GONE;
        step.touch(things.of(self).id, true);
        if (isOver()) {
            step.makeGlobal(); // daemons that could move never will
        }
        upcoming = choose();
    }

    @Override
    public void uncaught(Throwable thrown) {
        Fiber self = self();
        if (self.number == 1) {
            mainThrew = thrown;
            fail(Verdict.Kind.THREW, "main " + describe(thrown));
        } else if (Thread.getDefaultUncaughtExceptionHandler() == null
                && self.thread().getUncaughtExceptionHandler() instanceof ThreadGroup) {
            fail(Verdict.Kind.THREW, "thread " + describe(thrown));
        }
    }

    private static String describe(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return thrown.getClass().getName()
                + Arrays.stream(frames)
                        .filter(frame -> "Main.java".equals(frame.getFileName()))
                        .map(frame -> " " + frame.getLineNumber())
                        .findFirst()
                        .orElse("");
    }

    @Override
    public void exit(int status) {
        for (Fiber fiber : fibers) {
            fiber.waiting = Waiting.GONE;
        }
        step.makeGlobal();
        upcoming = choose();
        Green.pause(); // for ever
    }

    @Override
    public void join(Green thread, long nanos) throws InterruptedException {
        Fiber self = self();
        Fiber target = (Fiber) thread;
        throwIfInterrupted(self);
        self.other = target;
        self.target = things.of(target).id;
        self.writes = false;
        wait(self, Waiting.END, nanos);
        if (target.isAlive()) {
            throwIfInterrupted(self);
        } else {
            sawEnd(target);
        }
    }

    @Override
    public void sawEnd(Green thread) {
        Fiber self = self();
        step.touch(things.of(thread).id, false);
        detector.joined(self.number, ((Fiber) thread).number);
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
        Fiber self = self();
        throwIfInterrupted(self);
        self.target = 0;
        if (nanos == 0) {
            yieldNow();
        } else {
            wait(self, Waiting.TIME, nanos);
            throwIfInterrupted(self);
        }
    }

    @Override
    public void yieldNow() {
        Fiber self = self();
        self.yields = true;
        point(self, 0, false);
    }

    @Override
    public void interrupted(Green thread) {
        Fiber self = self();
        Thing status = things.of(thread.thread());
        step.touch(status.id, true);
        detector.release(self.number, status);
    }

    @Override
    public void sawInterrupt(Green thread) {
        Thing status = things.of(thread.thread());
        step.touch(status.id, true);
        detector.acquire(self().number, status);
    }

    private void throwIfInterrupted(Fiber self) throws InterruptedException {
        if (self.clearInterrupt()) {
            sawInterrupt(self);
            throw new InterruptedException();
        }
    }

    @Override
    public void park(long nanos) {
        Fiber self = self();
        if (!self.hasPermit && !self.isInterrupted()) {
            self.target = things.of(self).id;
            self.writes = true;
            wait(self, Waiting.PERMIT, nanos);
        }
        step.touch(things.of(self).id, true);
        self.hasPermit = false;
    }

    @Override
    public void unpark(Green thread) {
        Fiber target = (Fiber) thread;
        target.hasPermit = true;
        step.touch(things.of(target).id, true);
    }

    // Monitors.

    @Override
    public void enter(Object monitor) {
        Fiber self = self();
        Thing thing = things.of(monitor);
        if (thing.owner == self) {
            thing.depth++;
            return;
        }
        point(self, thing.id, true);
        enter(self, thing);
    }

    @Override
    public void enterInside(Object monitor) {
        Fiber self = self();
        Thing thing = things.of(monitor);
        if (thing.owner == self) {
            thing.depth++;
        } else {
            enter(self, thing);
        }
    }

    private void enter(Fiber self, Thing thing) {
        if (thing.owner != null) {
            step.touch(thing.id, true);
            self.thing = thing;
            wait(self, Waiting.MONITOR, 0);
        }
        take(self, thing, 1);
    }

    private void take(Fiber self, Thing thing, int depth) {
        thing.owner = self;
        thing.depth = depth;
        step.touch(thing.id, true);
        detector.acquire(self.number, thing);
    }

    @Override
    public void exit(Object monitor) {
        Fiber self = self();
        Thing thing = things.of(monitor);
        if (thing.owner == self && --thing.depth == 0) {
            release(self, thing);
        }
    }

    private void release(Fiber self, Thing thing) {
        detector.release(self.number, thing);
        step.touch(thing.id, true);
        thing.owner = null;
        thing.depth = 0;
    }

    @Override
    public void await(Object monitor, long nanos) throws InterruptedException {
        Fiber self = self();
        Thing thing = things.of(monitor);
        requireOwner(self, thing);
        throwIfInterrupted(self);
        int depth = thing.depth;
        release(self, thing);
        thing.waiters.add(self);
        self.isNotified = false;
        self.thing = thing;
        self.target = thing.id;
        self.writes = true;
        wait(self, Waiting.NOTIFICATION, nanos);
        thing.waiters.remove(self);
        if (thing.owner != null) {
            step.touch(thing.id, true);
            wait(self, Waiting.MONITOR, 0);
        }
        take(self, thing, depth);
        if (!self.isNotified) {
            throwIfInterrupted(self);
        }
    }

    @Override
    public void signal(Object monitor, boolean all) {
        Fiber self = self();
        Thing thing = things.of(monitor);
        requireOwner(self, thing);
        step.touch(thing.id, true);
        do {
            Fiber waiter = thing.waiters.poll();
            if (waiter == null) {
                return;
            }
            waiter.isNotified = true;
        } while (all);
    }

    @Override
    public boolean holds(Object monitor) {
        return things.of(monitor).owner == current;
    }

    private static void requireOwner(Fiber self, Thing thing) {
        if (thing.owner != self) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
    }

    // Memory.

    @Override
    public void access(@Nullable Object owner, int variable, boolean writes, int site) {
        Fiber self = self();
        boolean isCollection = variable < 0;
        if (isCollection && !Kinds.isUnsafeCollection(owner)) {
            return;
        }
        int shownAs = isCollection ? COLLECTION : variable;
        touch(self, things.of(owner).field(shownAs, things), writes, site);
    }

    @Override
    public void element(Object array, int index, boolean writes, int site) {
        Fiber self = self();
        if (index >= 0) { // what is out of bounds will throw
            int kind = statics.variables() + Kinds.ofArray(array);
            touch(self, things.of(array).element(index, kind, things), writes, site);
        }
    }

    private void touch(Fiber self, Cell cell, boolean writes, int site) {
        if (shared.get(cell.variable)) {
            point(self, cell.id, writes);
        }
        step.touch(cell.id, writes);
        if (writes) {
            detector.write(self.number, cell, site);
        } else {
            detector.read(self.number, cell, site);
        }
        if (cell.isShared() && !shared.get(cell.variable)) {
            newlyShared.set(cell.variable);
        }
    }

    @Override
    public void volatileAccess(@Nullable Object owner, int variable, boolean writes) {
        Fiber self = self();
        Thing object = things.of(owner);
        Thing field = object.volatileField(variable, things);
        point(self, field.id, writes);
        order(self, field, !writes, writes);
        if (object.isReachedOtherwise) {
            order(self, object, !writes, writes);
        }
    }

    private void order(Fiber self, Thing thing, boolean acquires, boolean releases) {
        step.touch(thing.id, releases);
        if (acquires) {
            detector.acquire(self.number, thing);
        }
        if (releases) {
            detector.release(self.number, thing);
        }
    }

    @Override
    public void handle(Object handle, @Nullable Object owner, int index, int mode, int site) {
        Fiber self = self();
        if (mode <= 1) {
            plain(self, (VarHandle) handle, owner, index, mode == 1, site);
        } else {
            Object target = owner == null ? handle : owner;
            point(self, things.of(target).id, mode != 2);
            synchronize(target, mode == 2 || mode == 4 || mode == 6, mode == 3 || mode == 4);
        }
    }

    private void plain(
            Fiber self,
            VarHandle handle,
            @Nullable Object owner,
            int index,
            boolean writes,
            int site) {
        if (owner != null && owner.getClass().isArray()) {
            element(owner, index, writes, site);
        } else {
            int variable = statics.variableOf(handle);
            if (variable > 0) {
                Object instance = handle.coordinateTypes().isEmpty() ? null : owner;
                touch(self, things.of(instance).field(variable, things), writes, site);
            }
        }
    }

    @Override
    public void freeze(Object owner) {
        detector.release(self().number, things.of(owner).frozen());
    }

    @Override
    public void readFinal(Object owner) {
        detector.acquire(self().number, things.of(owner).frozen());
    }

    @Override
    public void call(@Nullable Object receiver) {
        Fiber self = self();
        if (receiver == null) {
            point(self, 0, true);
        } else if (Kinds.isSynchroniser(receiver)) {
            point(self, things.of(receiver).id, true);
        }
    }

    @Override
    public void synchronize(Object owner, boolean acquires, boolean releases) {
        Fiber self = self();
        Thing thing = things.of(owner);
        order(self, thing, acquires, releases);
        thing.isReachedOtherwise = true;
        for (Thing field : thing.volatiles()) {
            if (field != null) {
                order(self, field, acquires, releases);
            }
        }
    }

    // Classes, time, chance.

    @Override
    public boolean beginInitialiser(Class<?> type, int initialiser) {
        Fiber self = self();
        Thing thing = things.of(type);
        if (statics.isInitialising(initialiser) && statics.initialiserOf(initialiser) != self) {
            self.initialiser = initialiser;
            self.target = thing.id;
            self.writes = true;
            wait(self, Waiting.INITIALISER, 0);
        }
        if (statics.isInitialised(initialiser)) {
            step.touch(thing.id, false);
            detector.acquire(self.number, thing);
        }
        return statics.begin(type, initialiser, self);
    }

    @Override
    public void endInitialiser(int initialiser, @Nullable Throwable thrown) {
        Thing thing = things.of(statics.end(initialiser, thrown));
        step.touch(thing.id, true);
        detector.release(self().number, thing);
    }

    boolean isInitialising(int initialiser) {
        return statics.isInitialising(initialiser);
    }

    @Override
    public void lookAtClock() {
        clock += LOOK_NANOS;
        step.makeGlobal();
        step.touch(CLOCK_TARGET, true);
        wakeDue();
    }

    @Override
    public long nanoTime() {
        return clock;
    }

    @Override
    public long currentTimeMillis() {
        return EPOCH_MILLIS + clock / 1_000_000;
    }

    @Override
    public int identityHash(Object object) {
        Thing thing = things.of(object);
        if (thing.shownHash == 0) {
            thing.shownHash = Kinds.mixed(++shownHashes);
        }
        return thing.shownHash;
    }
}
