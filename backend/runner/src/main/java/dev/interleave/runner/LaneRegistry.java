package dev.interleave.runner;

import dev.interleave.model.trace.LaneKind;
import dev.interleave.model.trace.TraceFrames.LaneNamed;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The lanes of a run: their threads and names. Written by the program's threads, read by the
/// drain.
final class LaneRegistry {
    /// A name may be megabytes; nobody reads more than this.
    private static final int MAX_NAME = 256;

    /// Up to this lane a virtual thread's name is remembered when it has ended.
    private static final int MAX_KEPT = 1_000;

    private final ConcurrentHashMap<Integer, Entry> entries = new ConcurrentHashMap<>();
    private final Set<Integer> blindWaits = ConcurrentHashMap.newKeySet();

    /// Guarded by itself: a bit each, as there may be very many.
    private final BitSet orderedUnseen = new BitSet();

    private final ConcurrentLinkedQueue<News> news = new ConcurrentLinkedQueue<>();

    // The drain's, by number of the lane: they stay when the thread has ended.
    private final BitSet virtual = new BitSet();
    private final BitSet startedByProgram = new BitSet();

    /// A lane's thread and what is known of it.
    ///
    /// @param thread the thread, or null when it has ended
    /// @param named its latest name
    record Entry(@Nullable Thread thread, LaneNamed named) {}

    /// A lane got a name.
    private record News(LaneNamed named, boolean isStartedByProgram) {}

    void opened(int lane, Thread thread, int parent, boolean isStartedByProgram) {
        LaneKind kind = thread.isVirtual() ? LaneKind.VIRTUAL : LaneKind.PLATFORM;
        announce(
                thread,
                new LaneNamed(lane, parent, kind, thread.isDaemon(), shortened(thread.getName())),
                isStartedByProgram);
    }

    void carrierOpened(int lane, Thread carrier) {
        announce(
                carrier,
                new LaneNamed(lane, 0, LaneKind.CARRIER, true, shortened(carrier.getName())),
                false);
    }

    void waitingBlindly(int site) {
        blindWaits.add(site);
    }

    boolean isBlindWait(int site) {
        return blindWaits.contains(site);
    }

    void orderedUnseen(int lane) {
        synchronized (orderedUnseen) {
            orderedUnseen.set(lane);
        }
    }

    boolean isOrderedUnseen(int lane) {
        synchronized (orderedUnseen) {
            return orderedUnseen.get(lane);
        }
    }

    void renamed(int lane, String name) {
        Entry entry = entries.get(lane);
        if (entry != null) {
            LaneNamed old = entry.named();
            announce(
                    entry.thread(),
                    new LaneNamed(lane, old.parent(), old.kind(), old.isDaemon(), shortened(name)),
                    false);
        }
    }

    /// Lets the thread go. Virtual threads may be many: of most nothing is kept.
    void ended(int lane) {
        entries.computeIfPresent(
                lane,
                (_, entry) ->
                        entry.named().kind() == LaneKind.VIRTUAL && lane > MAX_KEPT
                                ? null
                                : new Entry(null, entry.named()));
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…";
    }

    private void announce(@Nullable Thread thread, LaneNamed named, boolean isStartedByProgram) {
        entries.put(named.lane(), new Entry(thread, named));
        news.add(new News(named, isStartedByProgram));
    }

    /// What came since the last call, oldest first.
    List<LaneNamed> takeNews() {
        var taken = new ArrayList<LaneNamed>();
        for (News next = news.poll(); next != null; next = news.poll()) {
            LaneNamed named = next.named();
            taken.add(named);
            virtual.set(named.lane(), named.kind() == LaneKind.VIRTUAL);
            if (next.isStartedByProgram()) {
                startedByProgram.set(named.lane());
            }
        }
        return taken;
    }

    /// Whether it is a virtual thread.
    boolean isVirtual(int lane) {
        return virtual.get(lane);
    }

    /// Whether the program's own code started it.
    boolean isStartedByProgram(int lane) {
        return startedByProgram.get(lane);
    }

    /// What the virtual machine says of a lane's thread.
    Thread.State stateOf(int lane) {
        Entry entry = entries.get(lane);
        return entry == null || entry.thread() == null
                ? Thread.State.TERMINATED
                : entry.thread().getState();
    }

    boolean isDaemon(int lane) {
        Entry entry = entries.get(lane);
        return entry != null && entry.named().isDaemon();
    }

    /// What a lane is called: its thread's name, or what stands for one.
    String nameOf(int lane) {
        Entry entry = entries.get(lane);
        if (entry == null) {
            return "thread " + lane;
        }
        String name = entry.named().name();
        return name.isBlank() ? "virtual thread " + lane : name;
    }
}
