package dev.interleave.probe;

/// What a controlled run does in place of the virtual machine when threads start, wait and end. See
/// [Controller].
public interface ThreadControl {
    /// The current thread has started `thread`: makes it one that can be moved.
    Green started(Thread thread);

    /// The thread is about to end, with or without an exception that nobody caught.
    void ending(Green thread);

    /// The thread has ended.
    void ended(Green thread);

    /// An exception is about to reach the handler for those nobody caught.
    void uncaught(Throwable thrown);

    /// `Thread.join`.
    ///
    /// @param nanos the longest wait, or 0 for no bound
    void join(Green thread, long nanos) throws InterruptedException;

    /// `Thread.sleep`.
    void sleep(long nanos) throws InterruptedException;

    /// `Thread.yield`, `Thread.onSpinWait`.
    void yieldNow();

    /// `Thread.interrupt`, after the thread's status was set; or before, when it has not been
    /// started.
    void interrupted(Thread thread);

    /// The current thread looks at whether `thread` has been started or has ended, and perhaps at
    /// its state as well.
    void looked(Thread thread, boolean atState);

    /// The current thread has looked at the interrupt status of `thread`.
    ///
    /// @param isSet what it has seen
    /// @param isTaken whether it took it away
    void sawInterrupt(Thread thread, boolean isSet, boolean isTaken);

    /// The program ends the virtual machine. Does not return.
    void exit(int status);

    /// `LockSupport.park`.
    ///
    /// @param nanos the longest wait, or 0 for no bound
    void park(long nanos);

    /// `LockSupport.unpark`.
    void unpark(Green thread);
}
