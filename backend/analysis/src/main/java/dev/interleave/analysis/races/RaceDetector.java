package dev.interleave.analysis.races;

import dev.interleave.analysis.races.Glimpses.Glimpse;
import dev.interleave.analysis.races.Race.Access;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Finds data races in one schedule, as its steps are told: FastTrack [1].
///
/// It tells of a race if and only if there is one in this schedule, and of each variable's first:
/// the accesses before that are what [1] proves the claim for. Threads are numbered from 1; the
/// numbers should be small, as clocks are as long as the highest. Nothing is allocated for an
/// access by a thread that is ordered with those before, nor for synchronising again.
///
/// Departs from [1] in that
/// - the clock moves on after every release, also of a volatile write, as in the paper, and after
///   starting a thread; but not at the end of a thread, which does nothing any more;
/// - a write that all reads happen before keeps the last read, as it does no harm;
/// - once a variable is known to be racy its accesses are not looked at any more;
/// - reads between [#looks] and [#looked] are looked at later, if ever;
/// - what was told to a [SyncState] is not copied when the acquiring thread knows the last teller.
///
/// Not thread-safe.
///
/// [1] Flanagan and Freund, "FastTrack: Efficient and Precise Dynamic Race Detection", PLDI 2009.
public final class RaceDetector {
    private static final int THREADS_AT_FIRST = 8;

    private final RaceListener listener;
    private @Nullable ThreadClock[] clocks = new @Nullable ThreadClock[THREADS_AT_FIRST];

    /// Looks at another schedule.
    ///
    /// @param listener is told of the races
    public RaceDetector(RaceListener listener) {
        this.listener = listener;
    }

    /// The thread's own time: it moves on whenever the thread tells others anything. Of the
    /// accesses between only the first of each kind is kept.
    public long momentOf(int thread) {
        return clock(thread).epoch;
    }

    /// A thread started another: what it did until now happens before all of the other. The first
    /// thread needs no start.
    public void started(int parent, int child) {
        ThreadClock starter = telling(parent);
        clock(child).learn(starter.times);
        starter.advance();
    }

    /// A thread has seen that another has ended: by a join, or otherwise.
    public void joined(int thread, int ended) {
        learning(thread).learn(clock(ended).times);
    }

    /// What was released to `sync` happens before what the thread does from now on.
    public void acquire(int thread, SyncState sync) {
        sync.acquire(learning(thread));
    }

    /// What the thread did until now happens before what those do who acquire `sync` later; so does
    /// what others released to it.
    public void release(int thread, SyncState sync) {
        sync.release(telling(thread));
    }

    /// The thread begins to read without a lock, and will ask later whether anybody has written
    /// meanwhile: [#looked].
    public void looks(int thread) {
        telling(thread).glimpses = new Glimpses();
    }

    /// The thread has asked. If nobody held the lock for writing since [#looks], the writes before
    /// have to be ordered with what the thread has read, and there were none after; else what it
    /// has read is worth nothing, and is forgotten.
    public void looked(int thread, boolean isValid) {
        ThreadClock self = learning(thread);
        Glimpses glimpses = self.glimpses;
        self.glimpses = null;
        if (glimpses != null && isValid) {
            glimpses.reads().forEach(read -> reportWriteBefore(thread, read));
        }
    }

    /// The thread has come to its end.
    public void ended(int thread) {
        telling(thread);
    }

    private boolean reportWriteBefore(int thread, Glimpse read) {
        Access write = read.write;
        if (write != null && !read.variable.isRacy) {
            report(read.variable, write, new Access(thread, read.site, false));
        }
        return write != null;
    }

    /// The clock of a thread that learns what others did.
    private ThreadClock learning(int thread) {
        ThreadClock self = clock(thread);
        if (self.glimpses != null) {
            self.glimpses.compare(self);
        }
        return self;
    }

    /// The clock of a thread that tells others what it did until now, so that whether it will ever
    /// ask does not matter any more.
    private ThreadClock telling(int thread) {
        ThreadClock self = learning(thread);
        Glimpses glimpses = self.glimpses;
        if (glimpses != null) {
            self.glimpses = null;
            for (Glimpse read : glimpses.reads()) {
                if (!reportWriteBefore(thread, read)) {
                    read(thread, read.variable, read.site);
                }
            }
        }
        return self;
    }

    /// The thread reads a variable that is neither volatile nor final.
    public void read(int thread, VariableState variable, int site) {
        ThreadClock self = clock(thread);
        if (self.glimpses != null) {
            variable.touch(thread);
            self.glimpses.add(variable, site);
            return;
        }
        long now = self.epoch;
        Readers readers = variable.readers;
        if (variable.isRacy || (readers == null ? variable.read == now : readers.contains(now))) {
            return;
        }
        variable.touch(thread);
        if (!self.knows(variable.write)) {
            Access write = new Access(Epoch.thread(variable.write), variable.writeSite, true);
            report(variable, write, new Access(thread, site, false));
        } else if (readers != null) {
            readers.put(now, site);
        } else if (self.knows(variable.read)) {
            variable.read = now;
            variable.readSite = site;
        } else {
            Readers both = new Readers();
            both.put(variable.read, variable.readSite);
            both.put(now, site);
            variable.readers = both;
        }
    }

    /// The thread writes a variable that is not volatile.
    public void write(int thread, VariableState variable, int site) {
        ThreadClock self = clock(thread);
        if (variable.isRacy || variable.write == self.epoch) {
            return;
        }
        variable.touch(thread);
        Access unordered = unordered(variable, self);
        if (unordered != null) {
            report(variable, unordered, new Access(thread, site, true));
            return;
        }
        variable.write = self.epoch;
        variable.writeSite = site;
        if (variable.readers != null) {
            variable.readers = null;
            variable.read = Epoch.NONE;
        }
    }

    /// An access that does not happen before a write by `self`, or null when there is none.
    private static @Nullable Access unordered(VariableState variable, ThreadClock self) {
        if (!self.knows(variable.write)) {
            return new Access(Epoch.thread(variable.write), variable.writeSite, true);
        }
        Readers readers = variable.readers;
        if (readers != null) {
            int reader = readers.unknownTo(self);
            return reader == 0 ? null : new Access(reader, readers.site(reader), false);
        }
        return self.knows(variable.read)
                ? null
                : new Access(Epoch.thread(variable.read), variable.readSite, false);
    }

    private void report(VariableState variable, Access earlier, Access later) {
        variable.isRacy = true;
        listener.found(new Race(variable, earlier, later));
    }

    private ThreadClock clock(int thread) {
        ThreadClock clock = thread < clocks.length ? clocks[thread] : null;
        return clock != null ? clock : first(thread);
    }

    private ThreadClock first(int thread) {
        if (thread < 1) {
            throw new IllegalArgumentException("thread must be 1 or more; it is " + thread);
        }
        if (thread >= clocks.length) {
            clocks = Arrays.copyOf(clocks, Math.max(thread + 1, clocks.length * 2));
        }
        ThreadClock clock = new ThreadClock(thread);
        clocks[thread] = clock;
        return clock;
    }
}
