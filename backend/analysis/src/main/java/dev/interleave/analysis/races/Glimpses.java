package dev.interleave.analysis.races;

import dev.interleave.analysis.races.Race.Access;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The reads of a thread that does not hold a lock but will ask later whether somebody else has: an
/// optimistic read of a `StampedLock`. Until then nobody knows what they are worth.
final class Glimpses {
    private final List<Glimpse> reads = new ArrayList<>();

    /// One of them.
    static final class Glimpse {
        final VariableState variable;
        final int site;

        /// A write that did not happen before it, as far as is known.
        @Nullable Access write;

        Glimpse(VariableState variable, int site) {
            this.variable = variable;
            this.site = site;
        }
    }

    void add(VariableState variable, int site) {
        reads.add(new Glimpse(variable, site));
    }

    List<Glimpse> reads() {
        return reads;
    }

    /// Looks at the writes so far, before the thread learns of others that may order it with them.
    void compare(ThreadClock self) {
        for (Glimpse read : reads) {
            VariableState variable = read.variable;
            if (read.write == null && !self.knows(variable.write)) {
                read.write = new Access(Epoch.thread(variable.write), variable.writeSite, true);
            }
        }
    }
}
