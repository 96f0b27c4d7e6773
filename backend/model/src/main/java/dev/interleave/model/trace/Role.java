package dev.interleave.model.trace;

/// What a call into `java.util.concurrent` means for the lanes. The ordinal travels.
public enum Role {
    /// Takes a lock, waiting for as long as that needs: `LOCK_BEGAN`, then `LOCK_ACQUIRED` or
    /// `LOCK_FAILED`.
    LOCK,
    /// Takes a lock if it can: returns whether it did. The same events as [#LOCK].
    TRY_LOCK,
    /// Gives a lock up: `LOCK_RELEASED`.
    UNLOCK,
    /// Makes a condition of a lock: `CALL_MADE` whose argument is the condition's object number.
    NEW_CONDITION,
    /// Waits on a condition, letting its lock go meanwhile: `CALL_BEGAN`, then `CALL_ENDED` or
    /// `CALL_THREW`.
    CONDITION_WAIT,
    /// Wakes those who wait: `CALL_MADE`.
    WAKE,
    /// May wait for something another thread does: `CALL_BEGAN`, then `CALL_ENDED` or `CALL_THREW`.
    WAIT,
    /// A pool's thread waits for work; being there forever harms nobody. The same events as
    /// [#WAIT].
    IDLE
}
