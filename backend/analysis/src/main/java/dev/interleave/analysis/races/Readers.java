package dev.interleave.analysis.races;

import java.util.Arrays;

/// The last read of each of several threads: their clocks then, and the sites.
final class Readers {
    /// By thread number; 0 for threads that have not read, as for those beyond the end.
    private int[] clocks = {};

    private int[] sites = {};

    Readers copy() {
        var copy = new Readers();
        copy.clocks = clocks.clone();
        copy.sites = sites.clone();
        return copy;
    }

    boolean contains(long epoch) {
        int thread = Epoch.thread(epoch);
        return thread < clocks.length && clocks[thread] == Epoch.clock(epoch);
    }

    void put(long epoch, int site) {
        int thread = Epoch.thread(epoch);
        if (thread >= clocks.length) {
            clocks = Arrays.copyOf(clocks, thread + 1);
            sites = Arrays.copyOf(sites, thread + 1);
        }
        clocks[thread] = Epoch.clock(epoch);
        sites[thread] = site;
    }

    /// The lowest thread whose read `self` does not know of, or 0 when it knows of all.
    int unknownTo(ThreadClock self) {
        int[] known = self.times;
        for (int thread = 1; thread < clocks.length; thread++) {
            if (clocks[thread] > (thread < known.length ? known[thread] : 0)) {
                return thread;
            }
        }
        return 0;
    }

    int site(int thread) {
        return sites[thread];
    }
}
