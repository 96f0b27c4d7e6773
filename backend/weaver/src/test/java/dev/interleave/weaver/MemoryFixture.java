package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;

/// What is woven in tests of accesses to memory.
public class MemoryFixture {
    private static volatile boolean isReady;

    private final AtomicInteger hits = new AtomicInteger(4);
    private int count;
    private long big = 1L << 40;
    private double half;
    private @Nullable String text;

    /// Fields of all shapes.
    public String fields() {
        count++;
        big += 2;
        half = 0.5;
        isReady = true;
        text = "a" + count;
        return text + big + half + isReady;
    }

    /// Elements of all shapes.
    public String elements() {
        int[] cells = {0, 0};
        cells[1] += 7;
        var bytes = new byte[1];
        bytes[0] = -1;
        var longs = new long[1];
        longs[0] = 1L << 33;
        var names = new String[1];
        names[0] = "x";
        return cells[1] + names[0] + longs[0] + bytes[0];
    }

    /// Operations that return something and nothing.
    public int atomics() {
        hits.set(5);
        return hits.addAndGet(2);
    }

    /// Objects made in the middle of an expression, and a constructor that sets fields first.
    public int inner() {
        return new Inner(new Inner(null, 1), 2).depth();
    }

    /// Its fields are set before and after other calls.
    static final class Inner {
        private @Nullable Inner next;
        private int weight;

        Inner(@Nullable Inner next, int weight) {
            this.next = next;
            this.weight = new StringBuilder().append(weight).length() + weight;
        }

        int depth() {
            return next == null ? weight : weight + next.depth();
        }
    }
}
