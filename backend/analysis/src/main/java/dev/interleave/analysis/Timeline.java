package dev.interleave.analysis;

import java.util.Arrays;
import java.util.function.Consumer;

/// Puts the events of many lanes into the order of time. Confined to the thread that folds.
///
/// Lanes are drained one after the other, so the wake-up of a thread may come in before that which
/// caused it. But a cause is always recorded before the time of its effect is taken. So when all
/// lanes have been drained since some moment, the events up to that moment are all there, and in
/// order of time no cause comes after its effect.
final class Timeline {
    /// How many bits of a sort key say which event it is; the others say when it was.
    private static final int INDEX_BITS = 21;

    static final int CAPACITY = 1 << INDEX_BITS;

    private final Event event = new Event();
    private long[] words = new long[1_024 * Event.WORDS];
    private long[] keys = new long[0];
    private int count;
    private long latest;
    private boolean isSorted = true;

    /// Takes in an event, given by the numbers of its record.
    void add(long nanos, long what, long about, long argument) {
        int at = count * Event.WORDS;
        if (at == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        words[at] = nanos;
        words[at + 1] = what;
        words[at + 2] = about;
        words[at + 3] = argument;
        isSorted &= nanos >= latest;
        latest = nanos;
        count++;
    }

    /// Whether no more can be taken in before some are let go.
    boolean isFull() {
        return count == CAPACITY;
    }

    /// Gives the events up to and including `untilNanos` to `fold`, in order of time, those of one
    /// lane as they came in.
    void release(long untilNanos, Consumer<Event> fold) {
        if (isSorted) {
            int at = 0;
            for (; at < count && words[at * Event.WORDS] <= untilNanos; at++) {
                give(at, fold);
            }
            keep(at);
            return;
        }
        long first = sortKeys();
        for (int i = 0; i < count; i++) {
            if ((keys[i] >>> INDEX_BITS) + first > untilNanos) {
                reorder(i);
                return;
            }
            give((int) keys[i] & (CAPACITY - 1), fold);
        }
        keep(count);
    }

    private void give(int index, Consumer<Event> fold) {
        if (event.read(words, index * Event.WORDS)) {
            fold.accept(event);
        }
    }

    /// Sorts what is there by time and then by arrival; the result is the time that keys count
    /// from. Each lane's events are a sorted run, which is what the JDK's sort is quick at.
    private long sortKeys() {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            first = Math.min(first, words[i * Event.WORDS]);
        }
        if (keys.length < count) {
            keys = new long[words.length / Event.WORDS];
        }
        for (int i = 0; i < count; i++) {
            keys[i] = (words[i * Event.WORDS] - first) << INDEX_BITS | i;
        }
        Arrays.sort(keys, 0, count);
        return first;
    }

    /// Keeps those from the `from`-th key on, sorted.
    private void reorder(int from) {
        var rest = new long[Math.max(1_024, Integer.highestOneBit(count - from) * 2) * Event.WORDS];
        for (int i = from; i < count; i++) {
            int index = (int) keys[i] & (CAPACITY - 1);
            System.arraycopy(
                    words, index * Event.WORDS, rest, (i - from) * Event.WORDS, Event.WORDS);
        }
        words = rest;
        count -= from;
        isSorted = true;
        latest = words[(count - 1) * Event.WORDS];
    }

    private void keep(int from) {
        System.arraycopy(words, from * Event.WORDS, words, 0, (count - from) * Event.WORDS);
        count -= from;
        latest = count == 0 ? 0 : latest;
        isSorted |= count == 0;
    }
}
