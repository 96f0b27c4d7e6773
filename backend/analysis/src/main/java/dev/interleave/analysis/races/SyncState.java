package dev.interleave.analysis.races;

import java.util.Arrays;

/// What was told to those who synchronise on one thing: a monitor, a volatile variable, a latch.
/// One for each such thing and schedule; open, so that what a caller keeps for the thing can be it.
public class SyncState {
    private static final int[] NOTHING = {};

    /// What all who released knew, by thread number.
    private int[] told = NOTHING;

    /// A moment whose thread knew all of [#told] then, so that whoever knows the moment needs to
    /// learn nothing; [Epoch#NONE] when there is none. It makes taking a lock again cheap however
    /// many threads there are.
    private long teller = Epoch.NONE;

    /// Nobody has released anything yet.
    public SyncState() {}

    final void acquire(ThreadClock self) {
        if (told.length > 0 && (teller == Epoch.NONE || !self.knows(teller))) {
            self.learn(told);
        }
    }

    final void release(ThreadClock self) {
        int[] known = self.times;
        if (known.length > told.length) {
            told = Arrays.copyOf(told, known.length);
        }
        boolean isAllKnown = true;
        for (int i = 0; i < told.length; i++) {
            int time = i < known.length ? known[i] : 0;
            if (time > told[i]) {
                told[i] = time;
            } else if (time < told[i]) {
                isAllKnown = false;
            }
        }
        teller = isAllKnown ? self.epoch : Epoch.NONE;
        self.advance();
    }
}
