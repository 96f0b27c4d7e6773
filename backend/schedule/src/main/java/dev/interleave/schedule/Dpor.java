package dev.interleave.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Runs every interleaving that differs from the others in more than the order of independent
/// steps: dynamic partial-order reduction. For one thread.
///
/// Flanagan, Godefroid, "Dynamic partial-order reduction for model checking software", POPL 2005,
/// with the source sets and sleep sets of Abdulla, Aronis, Jonsson, Sagonas, "Optimal dynamic
/// partial order reduction", POPL 2014, algorithm 1.
final class Dpor implements Strategy {
    // A depth-first search in a tree of which it knows the path that it is on. After each step it
    // looks for races: pairs of steps that could as well come in the other order. Where the first
    // of them was taken, a thread is then wanted that starts the other order, unless one is
    // already.
    // Steps are asleep where all that comes after them has been seen, until a step comes that they
    // would have to stay in order with.
    //
    // What departs from the paper:
    // - What a step touches may depend on what it reads, as with one that fails or not, or ends its
    //   thread or not; the paper's proof does not hold then, nor do its sleep sets. So of what lies
    //   between the two steps of a race only what the later one needs is taken along, as in POPL
    //   2005; and where a step sleeps, those are wanted too that raced with it where it was taken.
    //   This makes the persistent sets of POPL 2005, with what sleeps as members.
    // - A race's other order is covered also by a thread that is asleep.
    // - A thread that can move only due to the earlier step of a race, and alone, can't come first.
    // - Numbers of things are comparable between schedules only while these are equal, so what
    //   sleeps is woken more often than need be (Footprint). To number things equally it asks for
    //   the target of every option, always.
    // - What a step touches may be something else when it is repeated: the JDK fills its caches
    //   and initialises its classes once. The steps from there on are looked at anew, and whatever
    //   sleeps is woken.
    // - When everybody who could move is asleep there is nothing new to see; as a schedule can't be
    //   given up, it goes on by the default rule and is not looked at.
    // - A step after which a thread can't move that could before races with that thread's next.
    // - A step that ends the schedule while others could move depends on all others.
    // - A thread that lets others go first is tried anyhow, but only MAX_WAITS times on a path:
    //   else loops that wait make the tree infinite. What is left out is remembered, and so are
    //   schedules that were cut off, were too long, or went differently when repeated: then it may
    //   not say that it has seen everything.

    private static final int MAX_WAITS = 2;
    private static final int MAX_STEPS = 10_000;
    private static final long MAX_CLOCKS = 8_000_000;
    private static final int MAX_OPTIONS = 200;

    private final List<DporNode> path = new ArrayList<>();
    private final Causality causality = new Causality(path);
    private final DefaultRule rule = new DefaultRule();

    /// How many steps of the path are the same as in the schedule before.
    private int repeated;

    private int depth;
    private long clocks;

    /// The highest number of a thread that could move so far.
    private int youngest;

    /// Whether the rest of the schedule is of no interest.
    private boolean isIdle;

    /// Whether a step that was repeated has touched something else in this schedule, and how often
    /// that was so.
    private boolean isRenumbered;

    private int numbering;
    private boolean hasLeftOut;
    private long schedules;

    /// How often each thread moved although it let others go first.
    private int[] waits = new int[16];

    private int[] enabled = new int[16];

    @Override
    public String name() {
        return "partial-order reduction";
    }

    @Override
    public boolean begin() {
        if (schedules > 0 && path.isEmpty()) {
            return false;
        }
        rule.begin();
        causality.begin();
        Arrays.fill(waits, 0);
        repeated = Math.max(0, path.size() - 1);
        depth = 0;
        clocks = 0;
        youngest = 0;
        isIdle = false;
        isRenumbered = false;
        return true;
    }

    @Override
    public int choose(Choice choice) {
        int option = isIdle ? rule.option(choice) : option(choice);
        int thread = choice.thread(option);
        rule.moved(choice, option);
        if (!isIdle && choice.options() > 1 && choice.yields(option)) {
            room(thread);
            waits[thread]++;
        }
        return option;
    }

    @Override
    public void stepped(Step step) {
        if (isIdle) {
            return;
        }
        int index = depth++;
        DporNode node = path.get(index);
        if (index < repeated && !isRenumbered && node.step().isSame(step)) {
            causality.follow(index);
            return;
        }
        if (index < repeated) {
            if (!isRenumbered) {
                isRenumbered = true;
                numbering++;
            }
            node.takeAgain(step, numbering);
        } else {
            node.take(Footprint.of(step, youngest, numbering));
        }
        causality.append(index, rival -> reverse(rival, index));
        clocks += node.clock().length;
    }

    @Override
    public void ended(boolean isComplete) {
        schedules++;
        hasLeftOut |= !isComplete;
        if (!isIdle && path.size() > depth) {
            // It ended earlier than when the path was taken before, or was cut off.
            hasLeftOut = true;
            cutPath(depth);
        }
        if (isComplete && !isIdle && !path.isEmpty() && path.getLast().enabled().length > 1) {
            endedEarly(path.size() - 1);
        }
        while (!path.isEmpty() && !path.getLast().next()) {
            path.removeLast();
        }
    }

    /// The share of the tree that has been seen, if every thing that is wanted somewhere took as
    /// long as the others there; more may come to be wanted. As Knuth's "Estimating the efficiency
    /// of backtrack programs", 1975, for a search that has begun.
    @Override
    public long remaining() {
        if (hasLeftOut) {
            return path.isEmpty() && schedules > 0 ? 0 : -1;
        }
        if (schedules == 0) {
            return -1;
        }
        double seen = 0;
        double share = 1;
        for (DporNode node : path) {
            seen += share * node.doneShare();
            share *= node.share();
        }
        return path.isEmpty() ? 0 : Math.max(1, (long) (schedules / seen - schedules));
    }

    @Override
    public boolean isExhausted() {
        return schedules > 0 && path.isEmpty() && !hasLeftOut;
    }

    /// Whether it can no longer come to have seen everything.
    boolean hasLeftOut() {
        return hasLeftOut;
    }

    private int option(Choice choice) {
        int options = choice.options();
        if (enabled.length != options) {
            enabled = new int[options];
        }
        for (int i = 0; i < options; i++) {
            enabled[i] = choice.thread(i);
            youngest = Math.max(youngest, enabled[i]);
            // Asked for its effect: a thing may get its number now.
            choice.target(i);
        }
        if (depth < path.size()) {
            return repeat(choice);
        }
        if (depth == MAX_STEPS || options > MAX_OPTIONS || clocks > MAX_CLOCKS) {
            return giveUp(choice);
        }
        int[] here = enabled.clone();
        if (depth > 0) {
            compare(depth - 1, here);
        }
        List<Footprint> asleep = depth == 0 ? List.of() : path.getLast().asleepAfter(here);
        boolean[] isTired = tired(choice);
        int option = firstAwake(choice, asleep);
        if (option < 0) {
            isIdle = true;
            return rule.option(choice);
        }
        if (isTired[option] && !asleep.isEmpty()) {
            // Whom it waits for may be asleep.
            return giveUp(choice);
        }
        var node = new DporNode(here, isTired, asleep, here[option]);
        path.add(node);
        wantRivals(node, asleep);
        return option;
    }

    private int repeat(Choice choice) {
        DporNode node = path.get(depth);
        if (!Arrays.equals(enabled, node.enabled())) {
            return giveUp(choice);
        }
        return DporNode.indexOf(enabled, node.thread());
    }

    /// Goes on without looking, and remembers that something was left out.
    private int giveUp(Choice choice) {
        hasLeftOut = true;
        isIdle = true;
        cutPath(depth + 1);
        return rule.option(choice);
    }

    private void cutPath(int length) {
        while (path.size() > length) {
            path.removeLast();
        }
    }

    /// Finds who can move now and could not before the last step, and the other way round.
    private void compare(int index, int[] now) {
        DporNode node = path.get(index);
        int[] before = node.enabled();
        if (Arrays.equals(before, now)) {
            return;
        }
        var fresh = new int[now.length];
        int count = 0;
        for (int thread : now) {
            if (!node.isEnabled(thread)) {
                fresh[count++] = thread;
            }
        }
        node.setEnables(Arrays.copyOf(fresh, count));
        causality.noteEnabled(index);
        for (int thread : before) {
            if (thread != node.thread() && DporNode.indexOf(now, thread) < 0) {
                want(node, thread);
            }
        }
    }

    private int firstAwake(Choice choice, List<Footprint> asleep) {
        int preferred = rule.option(choice);
        if (!DporNode.isAsleep(asleep, choice.thread(preferred))) {
            return preferred;
        }
        int found = -1;
        for (int option = 0; option < choice.options(); option++) {
            if (!DporNode.isAsleep(asleep, choice.thread(option))
                    && (found < 0 || (choice.yields(found) && !choice.yields(option)))) {
                found = option;
            }
        }
        return found;
    }

    private boolean[] tired(Choice choice) {
        var tired = new boolean[choice.options()];
        for (int option = 0; option < tired.length; option++) {
            int thread = choice.thread(option);
            tired[option] =
                    choice.yields(option) && thread < waits.length && waits[thread] >= MAX_WAITS;
        }
        return tired;
    }

    /// Sees to it that the step at `later` will come before the one at `earlier` some time.
    ///
    /// The other order is what has to come before the later one and not after the earlier one, and
    /// then the later one. It can start with any thread whose first step in it comes after no other
    /// in it.
    private void reverse(int earlier, int later) {
        DporNode node = path.get(earlier);
        int mover = path.get(later).step().thread();
        int[] first = new int[path.get(later).clock().length];
        int best = -1;
        boolean isAlone = true;
        boolean isCovered = false;
        for (int index = earlier + 1; index <= later; index++) {
            int thread = path.get(index).step().thread();
            if (index < later && !isBetween(earlier, index, later)) {
                continue;
            }
            isAlone &= index == later;
            if (first[thread] != 0) {
                continue;
            }
            node.step().racedWith(thread);
            boolean isInitial = isInitial(path.get(index).clock(), first);
            first[thread] = causality.position(index);
            if (isInitial && node.isEnabled(thread)) {
                isCovered |= node.isCovered(thread);
                if (!node.isTired(thread) && (best < 0 || thread == mover)) {
                    best = thread;
                }
            }
        }
        if (isCovered) {
            return;
        }
        if (best >= 0) {
            node.want(best);
        } else if (!isAlone || node.isEnabled(mover)) {
            wantAll(node);
        }
    }

    private boolean isBetween(int earlier, int index, int later) {
        return !causality.isOrdered(earlier, index) && causality.isOrdered(index, later);
    }

    private static boolean isInitial(int[] clock, int[] first) {
        for (int thread = 0; thread < first.length; thread++) {
            if (first[thread] != 0 && Causality.at(clock, thread) >= first[thread]) {
                return false;
            }
        }
        return true;
    }

    /// The step at `index` has kept others from moving.
    private void endedEarly(int index) {
        wantAll(path.get(index));
        causality.appendedIsGlobal(index, rival -> reverse(rival, index));
    }

    private void wantAll(DporNode node) {
        for (int thread : node.enabled()) {
            want(node, thread);
        }
    }

    /// Wants whoever raced with a sleeping step where that was taken: it may now do something else
    /// than it would have there.
    private void wantRivals(DporNode node, List<Footprint> asleep) {
        for (Footprint sleeper : asleep) {
            for (int thread : node.enabled()) {
                if (sleeper.mayHaveRacedWith(thread)) {
                    want(node, thread);
                }
            }
        }
    }

    private void want(DporNode node, int thread) {
        if (node.isCovered(thread)) {
            return;
        }
        if (node.isTired(thread)) {
            hasLeftOut = true;
        } else {
            node.want(thread);
        }
    }

    private void room(int thread) {
        if (thread >= waits.length) {
            waits = Arrays.copyOf(waits, Math.max(thread + 1, 2 * waits.length));
        }
    }
}
