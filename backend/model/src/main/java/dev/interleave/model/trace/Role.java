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
    IDLE,
    /// Takes a lock together with others that do the same, as readers do. The same events as
    /// [#LOCK].
    LOCK_SHARED,
    /// Takes a lock together with others, if it can. The same events as [#LOCK].
    TRY_LOCK_SHARED,
    /// Gives a shared lock up: `LOCK_RELEASED`.
    UNLOCK_SHARED,
    /// Takes permits, waiting for as long as that needs: `CALL_BEGAN`, then `CALL_ENDED`, whose
    /// argument is how many it got, or `CALL_THREW`.
    ACQUIRE,
    /// Takes permits if it can: `CALL_MADE`, whose argument is how many it got.
    TRY_ACQUIRE,
    /// Gives permits back: `CALL_MADE`, whose argument is how many.
    RELEASE,
    /// Tries something and never waits, such as to offer an element: `CALL_MADE`, whose argument is
    /// 1 if that worked and 0 if not.
    TRY,
    /// Something worth seeing that neither waits nor wakes: `CALL_MADE`.
    NOTE
}
