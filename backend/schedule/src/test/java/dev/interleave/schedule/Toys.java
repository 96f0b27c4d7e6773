package dev.interleave.schedule;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/// Toy programs that several tests use, and ways to run them.
final class Toys {
    static final ToyProgram AB_BA =
            ToyProgram.parallel(
                    "lock a; lock b; unlock b; unlock a", "lock b; lock a; unlock a; unlock b");

    /// Fails when one of the two increments is lost.
    static final ToyProgram LOST_UPDATE =
            ToyProgram.of(
                    "main: start A; start B; join A; join B; fail x=1",
                    "A: r=x; x=r+1",
                    "B: r=x; x=r+1");

    /// Needs three operations in order: x=1, then all of the second thread but its last operation,
    /// then y=2, then that.
    static final ToyProgram DEPTH_3 =
            ToyProgram.parallel(
                    "x=1; z=1; z=2; z=3; z=4; y=2",
                    "unless x=1 skip 1; when y=0 b=1; z=5; z=6; unless b=1 skip 1; fail y=2");

    /// Two that take two locks in opposite orders, and try again when the second is taken: they do
    /// so for ever when they keep step.
    static final ToyProgram GIVE_WAY =
            ToyProgram.parallel(
                    "lock a; try b skip 3; unlock a; yield; back 4; unlock b; unlock a",
                    "lock b; try a skip 3; unlock b; yield; back 4; unlock a; unlock b");

    private Toys() {}

    /// SCTBench's reorder: fails when the last thread sees `a` set and `b` not, for which all
    /// others have to be at their first operation's end or its beginning.
    static ToyProgram reorder(int threads) {
        var bodies = Collections.nCopies(threads, "a=1; b=1").toArray(new String[0]);
        bodies[threads - 1] = "unless a=1 skip 1; fail b=0";
        return ToyProgram.parallel(bodies);
    }

    /// Which schedule failed or got stuck first, counted from 1; `max` + 1 when none did.
    static int firstFailure(ToyProgram program, Strategy strategy, int max) {
        for (int schedule = 1; schedule <= max; schedule++) {
            if (!strategy.begin()) {
                return max + 1;
            }
            ToyEngine.Result result = ToyEngine.run(program, strategy);
            if (result.hasFailed() || result.isDeadlock()) {
                return schedule;
            }
        }
        return max + 1;
    }

    /// A small program that depends on nothing but `seed`.
    static ToyProgram random(long seed) {
        var random = new SeededRandom(seed);
        int threads = 2 + random.below(2);
        var lines = new String[threads];
        var main = new StringBuilder("main: ");
        for (int i = 1; i < threads; i++) {
            boolean isNested = i == 2 && random.below(3) == 0;
            lines[i] = "T" + i + ": " + body(random, 1 + random.below(4));
            if (isNested) {
                lines[1] += "start T2; " + body(random, 1);
            } else {
                main.append("start T").append(i).append("; ").append(body(random, random.below(2)));
            }
        }
        main.append(body(random, 1 + random.below(3)));
        if (random.below(3) == 0) {
            main.append("join T1; r=x; ");
        }
        lines[0] = main.toString();
        return ToyProgram.of(lines);
    }

    private static String body(SeededRandom random, int operations) {
        var text = new StringBuilder();
        Deque<String> held = new ArrayDeque<>();
        for (int i = 0; i < operations; i++) {
            text.append(operation(random, held)).append("; ");
        }
        while (!held.isEmpty()) {
            text.append("unlock ").append(held.pop()).append("; ");
        }
        return text.toString();
    }

    private static String operation(SeededRandom random, Deque<String> held) {
        String one = variable(random);
        String other = variable(random);
        return switch (random.below(16)) {
            case 0, 1 -> one + "=" + (1 + random.below(3));
            case 2, 3 -> "r=" + one;
            case 4, 5 -> one + "=r+" + random.below(3);
            case 6 -> one + "+=1";
            case 7, 8 -> "when " + one + "=" + random.below(2) + " " + other + "=2";
            case 9 -> "unless " + one + "=" + random.below(2) + " skip 1";
            case 10 -> random.below(3) == 0 ? "fail " + one + "=2" : "r=" + one;
            case 11 -> random.below(2) == 0 ? "sleep " + (1 + random.below(3)) : one + "=1";
            case 12 -> random.below(4) == 0 ? "exit" : one + "=3";
            default -> lockOrUnlock(random, held);
        };
    }

    private static String lockOrUnlock(SeededRandom random, Deque<String> held) {
        String lock = random.below(2) == 0 ? "a" : "b";
        if (held.contains(lock)) {
            held.remove(lock);
            return "unlock " + lock;
        }
        held.push(lock);
        return "lock " + lock;
    }

    private static String variable(SeededRandom random) {
        return String.valueOf((char) ('x' + random.below(3)));
    }
}
