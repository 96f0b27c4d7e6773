package dev.interleave.analysis;

import dev.interleave.model.trace.EventKind;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Whether the threads of a schedule did the same again and again, all together, down to the values
/// they wrote. It keeps all, up to more than there is in a schedule that is cut off. Confined to
/// the thread that folds.
final class Repetition implements Analyzer {
    /// How often it has to come.
    private static final int MANY = 10;

    private static final int MOST = 1 << 20;

    private long[] deeds = new long[1_024];
    private long[] times = new long[1_024];
    private int count;

    @Override
    public Set<EventKind> kinds() {
        return EnumSet.complementOf(EnumSet.of(EventKind.PREEMPTED));
    }

    @Override
    public void accept(Event event, Lane self) {
        if (count == MOST) {
            return;
        }
        if (count == deeds.length) {
            deeds = Arrays.copyOf(deeds, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
        }
        long deed = event.lane;
        deed = deed * 1_000_003 + event.kind.code();
        deed = deed * 1_000_003 + event.operation;
        deed = deed * 1_000_003 + event.object;
        deed = deed * 1_000_003 + event.site;
        deeds[count] = deed * 1_000_003 + event.argument;
        times[count++] = event.nanos;
    }

    /// Whether nothing happened from that time on but the same.
    boolean isAllSince(long nanos) {
        int from = count;
        while (from > 0 && times[from - 1] >= nanos) {
            from--;
        }
        int length = count - from;
        return length > 0 && count < MOST && length >= MANY * period(from, length);
    }

    /// The smallest distance at which all of it looks the same: by the failure function of Knuth,
    /// Morris, Pratt, "Fast pattern matching in strings", SIAM J. Comput. 6, 1977.
    private int period(int from, int length) {
        var borders = new int[length];
        for (int i = 1; i < length; i++) {
            int border = borders[i - 1];
            while (border > 0 && deeds[from + i] != deeds[from + border]) {
                border = borders[border - 1];
            }
            borders[i] = deeds[from + i] == deeds[from + border] ? border + 1 : 0;
        }
        return length - borders[length - 1];
    }
}
