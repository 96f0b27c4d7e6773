package dev.interleave.schedule;

import java.util.Arrays;
import java.util.function.LongPredicate;

/// A set of numbers, each with a few numbers that belong to it; makes no garbage but when it grows.
/// Not thread-safe.
///
/// Open addressing with linear probing. An entry is known by its place, which is valid until the
/// next one is added.
final class LongTable {
    private final int width;

    /// Zero is an empty place, so the key 0 is kept as another number.
    private long[] keys = new long[64];

    private long[] values;
    private int size;

    /// A table with `width` numbers for each key.
    LongTable(int width) {
        this.width = width;
        values = new long[keys.length * width];
    }

    int size() {
        return size;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(keys, 0);
            size = 0;
        }
    }

    /// Where `key` is, or -1.
    int find(long key) {
        int place = place(stored(key));
        return keys[place] == 0 ? -1 : place;
    }

    /// Adds `key`, which is not there yet, with zeros, and says where.
    int add(long key) {
        if (2 * size >= keys.length) {
            grow();
        }
        int place = place(stored(key));
        keys[place] = stored(key);
        Arrays.fill(values, place * width, place * width + width, 0);
        size++;
        return place;
    }

    long value(int place, int column) {
        return values[place * width + column];
    }

    void set(int place, int column, long value) {
        values[place * width + column] = value;
    }

    /// Drops the keys that `isKept` is false for.
    void keepOnly(LongPredicate isKept) {
        rebuild(keys.length, isKept);
    }

    private void grow() {
        rebuild(2 * keys.length, _ -> true);
    }

    private void rebuild(int places, LongPredicate isKept) {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[places];
        values = new long[places * width];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0 && isKept.test(loaded(oldKeys[i]))) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                System.arraycopy(oldValues, i * width, values, place * width, width);
                size++;
            }
        }
    }

    /// Where `stored` is, or the empty place where it belongs.
    private int place(long stored) {
        int mask = keys.length - 1;
        int place = (int) SeededRandom.mix(stored) & mask;
        while (keys[place] != 0 && keys[place] != stored) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /// Swaps 0 with a number that nobody uses.
    private static long stored(long key) {
        return key == 0 ? Long.MIN_VALUE : key;
    }

    private static long loaded(long stored) {
        return stored == Long.MIN_VALUE ? 0 : stored;
    }
}
