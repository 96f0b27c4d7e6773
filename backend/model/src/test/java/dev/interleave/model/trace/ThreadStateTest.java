package dev.interleave.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThreadStateTest {
    @ParameterizedTest
    @EnumSource(names = {"MOUNTED", "UNMOUNTED", "PINNED_BEGAN", "PINNED_ENDED", "PREEMPTED"})
    void after_whatStandsInAWait_leavesTheThreadThere(EventKind kind) {
        ThreadState waiting = ThreadState.after(ThreadState.RUNNING, EventKind.SLEEP_BEGAN, null);

        assertEquals(ThreadState.SLEEPING, ThreadState.after(waiting, kind, null));
    }

    @Test
    void after_parkInALock_isBlocked() {
        assertEquals(
                ThreadState.BLOCKED,
                ThreadState.after(ThreadState.RUNNING, EventKind.PARK_BEGAN, Role.LOCK));
    }

    @Test
    void after_parkOutsideACall_isParked() {
        assertEquals(
                ThreadState.PARKED,
                ThreadState.after(ThreadState.RUNNING, EventKind.PARK_BEGAN, null));
    }
}
