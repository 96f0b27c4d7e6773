package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// Decides who moves, in a controlled run.
///
/// Every method is called on the carrier, for the green thread that is mounted, and may return
/// after other green threads have moved. While one runs, no hook calls back in.
public interface Controller {
    /// The current thread has started `thread`: makes it one that can be moved.
    Green started(Thread thread);

    /// The thread is about to end, with or without an exception that nobody caught.
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

    /// `Thread.interrupt`, after the thread's status was set.
    void interrupted(Green thread);

    /// The current thread has seen that another one has ended.
    void sawEnd(Green thread);

    /// The current thread has seen, or taken away, the interrupt status of `thread`.
    void sawInterrupt(Green thread);

    /// The program ends the virtual machine. Does not return.
    void exit(int status);

    /// `LockSupport.park`.
    ///
    /// @param nanos the longest wait, or 0 for no bound
    void park(long nanos);

    /// `LockSupport.unpark`.
    void unpark(Green thread);

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

    /// The program is about to read or write a field, or a collection.
    ///
    /// @param owner the instance, or null for a static field
    /// @param variable the variable's number in the program, or less than 0 for other memory
    void access(@Nullable Object owner, int variable, boolean writes, int site);

    /// The program is about to read or write an element of an array.
    void element(Object array, int index, boolean writes, int site);

    /// The program is about to read or write a volatile field.
    void volatileAccess(@Nullable Object owner, int variable, boolean writes);

    /// The program is about to access memory through a variable handle.
    ///
    /// @param handle the `VarHandle`
    /// @param owner the instance or array, or null for a static field
    /// @param index the element's index
    /// @param mode 0 reads as a plain field does, 1 writes so, 2 acquires, 3 releases, 4 does both,
    ///   5 neither, 6 acquires, and releases if it succeeds, which is told by [#synchronize]
    void handle(Object handle, @Nullable Object owner, int index, int mode, int site);

    /// A constructor of a class with final fields is done (JLS 17.5).
    void freeze(Object owner);

    /// The program is about to read a final field of an object.
    void readFinal(Object owner);

    /// The program is about to call something that others may see.
    ///
    /// @param receiver what it calls, or null
    void call(@Nullable Object receiver);

    /// Inside the JDK something is read as with acquire semantics, or written as with release
    /// semantics, or both.
    void synchronize(Object owner, boolean acquires, boolean releases);

    /// The program is about to use a class.
    ///
    /// @param initialiser its number, from 1
    /// @return whether its initialiser is to be run now, by the caller
    boolean beginInitialiser(Class<?> type, int initialiser);

    /// The initialiser has run, or thrown.
    void endInitialiser(int initialiser, @Nullable Throwable thrown);

    /// The program looks at the time, which takes a while.
    void lookAtClock();

    /// Virtual time since some moment.
    long nanoTime();

    /// Virtual time of the wall clock.
    long currentTimeMillis();

    /// The identity hash of an object, the same in every repetition of a schedule.
    int identityHash(Object object);
}
