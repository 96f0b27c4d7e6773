package dev.interleave.probe;

/// What a controlled run does in place of the virtual machine with monitors. See [Controller].
public interface MonitorControl {
    /// A monitor is to be entered.
    void enter(Object monitor);

    /// A monitor is to be entered, and nobody may move before that unless it is taken.
    void enterInside(Object monitor);

    /// A monitor is left.
    void exit(Object monitor);

    /// `Object.wait`.
    ///
    /// @param nanos the longest wait, or 0 for no bound
    void await(Object monitor, long nanos) throws InterruptedException;

    /// `Object.notify`, `Object.notifyAll`.
    void signal(Object monitor, boolean all);

    /// `Thread.holdsLock`.
    boolean holds(Object monitor);
}
