package dev.interleave.schedule;

import java.util.Arrays;

/// Counts schedules that differ in more than the order of independent steps: Mazurkiewicz's traces
/// ("Concurrent program schemes and their interpretations", Aarhus 1977). For one thread.
///
/// Two steps depend on each other when they are of the same thread, one started the other's thread,
/// either is global, or they touch the same thing and one of them changes it. Counts exactly up to
/// [#EXACT], apart from a collision of 64-bit hashes; beyond it is an estimate.
///
/// A schedule is to be begun, told of its steps, and ended; one that is not ended does not count.
public final class TraceClasses {
    // A step's hash is made from those of the steps it depends on directly: the one before it in
    // its thread or the one that started the thread, the last global one, and for each thing it
    // touches the last step that changed it and, when it changes it too, all that have looked
    // since.
    // None of them depends on how independent steps were ordered, and neither does the sum of all
    // steps' hashes, the hash of the schedule. So threads and things need no names that are valid
    // beyond one schedule.
    //
    // Above `exact` only hashes that start with ever more zero bits are kept: Wegman's adaptive
    // sampling, as analysed by Flajolet, "On adaptive sampling", Computing 43, 1990.

    /// Up to so many are counted exactly.
    public static final int EXACT = 1 << 19;

    private static final long LOOKED = 0x6A09E667F3BCC909L;
    private static final long CHANGED = 0xBB67AE8584CAA73BL;
    private static final long GLOBAL = 0x3C6EF372FE94F82BL;
    private static final long STARTED = 0xA54FF53A5F1D36F1L;

    private final LongTable kept = new LongTable(0);
    private int sampledBits;

    /// By thread: the hash of what its next step comes after.
    private long[] threads = new long[16];

    /// For each thing: the hash of the last step that changed it, and the sum of the hashes of the
    /// steps that looked since.
    private final LongTable things = new LongTable(2);

    private long lastGlobal;
    private long sinceGlobal;
    private long schedule;

    private final int exact;

    /// Counts from 0.
    public TraceClasses() {
        this(EXACT);
    }

    /// Counts from 0, exactly up to `exact`.
    TraceClasses(int exact) {
        this.exact = exact;
    }

    /// A schedule begins.
    public void begin() {
        Arrays.fill(threads, 0);
        things.clear();
        lastGlobal = 0;
        sinceGlobal = 0;
        schedule = 0;
    }

    /// A step of the schedule.
    public void stepped(Step step) {
        int thread = step.thread();
        room(Math.max(thread, step.started()));
        // Only the first thread and the clock have not been started by a step that we were told of.
        long hash = threads[thread] == 0 ? SeededRandom.mix(thread + CHANGED) : threads[thread];
        hash = SeededRandom.mix(SeededRandom.mix(hash) + lastGlobal);
        int accesses = step.accesses();
        long touched = 0;
        for (int access = 0; access < accesses; access++) {
            int at = things.find(step.target(access));
            long changed = at < 0 ? 0 : things.value(at, 0);
            long looked = at < 0 ? 0 : things.value(at, 1);
            touched +=
                    step.writes(access)
                            ? SeededRandom.mix(SeededRandom.mix(changed + CHANGED) + looked)
                            : SeededRandom.mix(changed + LOOKED);
        }
        hash = SeededRandom.mix(hash + touched);
        if (step.isGlobal()) {
            hash = SeededRandom.mix(SeededRandom.mix(hash + GLOBAL) + sinceGlobal);
        }
        note(step, hash);
        threads[thread] = hash;
        if (step.started() != 0) {
            threads[step.started()] = SeededRandom.mix(hash + STARTED);
        }
        if (step.isGlobal()) {
            lastGlobal = hash;
            sinceGlobal = 0;
        } else {
            sinceGlobal += SeededRandom.mix(hash);
        }
        schedule += SeededRandom.mix(hash + 1);
    }

    /// The schedule is over and counts.
    ///
    /// @return whether it is the first of its class, as far as is known
    public boolean ended() {
        if (Long.numberOfLeadingZeros(schedule) < sampledBits) {
            return false;
        }
        boolean isNew = kept.find(schedule) < 0;
        if (isNew) {
            kept.add(schedule);
            if (kept.size() > exact) {
                sampleLess();
            }
        }
        return isNew;
    }

    /// How many classes there were.
    public long count() {
        return (long) kept.size() << sampledBits;
    }

    /// What a step that changes something does to it must not be seen by the step's other accesses,
    /// which are in no order.
    private void note(Step step, long hash) {
        int accesses = step.accesses();
        for (int access = 0; access < accesses; access++) {
            long target = step.target(access);
            int at = things.find(target);
            if (at < 0) {
                at = things.add(target);
            }
            if (step.writes(access)) {
                things.set(at, 0, hash);
                things.set(at, 1, 0);
            } else if (things.value(at, 0) != hash) {
                things.set(at, 1, things.value(at, 1) + SeededRandom.mix(hash));
            }
        }
    }

    private void sampleLess() {
        while (kept.size() > exact) {
            sampledBits++;
            int bits = sampledBits;
            kept.keepOnly(key -> Long.numberOfLeadingZeros(key) >= bits);
        }
    }

    private void room(int thread) {
        if (thread >= threads.length) {
            threads = Arrays.copyOf(threads, Math.max(thread + 1, 2 * threads.length));
        }
    }
}
