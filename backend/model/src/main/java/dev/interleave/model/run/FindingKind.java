package dev.interleave.model.run;

import java.util.EnumSet;
import java.util.Set;

/// The kinds of finding. A name, once published, keeps its meaning.
public enum FindingKind {
    /// Threads wait for each other, or for something nobody will do.
    DEADLOCK("Deadlock", "deadlock-mended"),
    /// An exception ended a thread other than the main one, or a task, and nobody was told.
    UNCAUGHT_EXCEPTION("UncaughtException", "uncaught-exception-mended"),
    /// Locks were taken in orders that could deadlock, though they did not this time.
    LOCK_ORDER_CYCLE("LockOrderCycle", "deadlock-mended"),
    /// A thread waits for a notification that came before it waited.
    LOST_WAKEUP("LostWakeup", "lost-wakeup-mended"),
    /// Nobody waited for the end of a thread that outlived the one that started it.
    UNJOINED_THREAD("UnjoinedThread", "unjoined-thread-mended"),
    /// The tasks of a pool keep its threads busy with waiting, while what they wait for can't run.
    BLOCKED_POOL("BlockedPool", "blocking-in-async-mended"),
    /// A virtual thread waited without letting its carrier go.
    PINNED_CARRIER("PinnedCarrier", "pinned-carrier-mended"),
    /// A thread slept, or waited for something slow, while others wanted the lock it held.
    LOCK_HELD_WHILE_WAITING("LockHeldWhileWaiting", "lock-held-while-waiting-mended"),
    /// Threads used a collection at the same time that is made for one thread at a time.
    UNSAFE_COLLECTION("UnsafeCollection", "unsafe-collection-mended"),
    /// A wait that does not look again whether what it waited for is true.
    WAIT_NOT_IN_LOOP("WaitNotInLoop", "wait-not-in-loop-mended"),
    /// Two threads used the same variable, at least one of them wrote it, and nothing put the two
    /// in an order.
    DATA_RACE("DataRace", "data-race-mended"),
    /// Threads keep moving, and none of them gets anywhere.
    LIVELOCK("Livelock", "deadlock-mended"),
    /// The program did something else when the same schedule ran again: it depends on something
    /// that nobody controls.
    UNCONTROLLED("Uncontrolled", "testing"),
    /// In thousands of steps in which everybody had a turn the program did not come to its end.
    ENDLESS("Endless", "testing"),
    /// A thread never got a lock or permits that others took again and again.
    STARVATION("Starvation", "rwlock");

    /// What only a run that decides every switch itself can see.
    private static final Set<FindingKind> CONTROLLED =
            EnumSet.of(DATA_RACE, LIVELOCK, UNCONTROLLED, ENDLESS, STARVATION);

    private final String text;
    private final String lesson;

    FindingKind(String text, String lesson) {
        this.text = text;
        this.lesson = lesson;
    }

    /// The name as programs see it.
    public String text() {
        return text;
    }

    /// Whether only a run that decides every switch itself has such findings.
    public boolean isControlledOnly() {
        return CONTROLLED.contains(this);
    }

    /// The name of the lesson that shows how to mend it.
    public String lesson() {
        return lesson;
    }
}
