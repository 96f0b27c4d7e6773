package dev.interleave.probe;

/// Who is told of what is too rare or too large for a record. Until a runner installs one, nobody
/// is.
///
/// Called on the program's own threads, inside the JDK: an implementation must not block on
/// anything that those threads may hold, and nothing it does is recorded.
public interface ProbeSink {
    /// A thread is about to start.
    ///
    /// @param recorder its recorder
    /// @param thread the thread
    /// @param parent the lane that starts it, or 0
    void laneOpened(ThreadRecorder recorder, Thread thread, int parent);

    /// A carrier of virtual threads is seen for the first time.
    ///
    /// @param lane its lane
    /// @param carrier the thread
    void carrierOpened(int lane, Thread carrier);

    /// A thread got another name.
    void laneRenamed(ThreadRecorder recorder, String name);

    /// A thread came to its end.
    void laneEnded(ThreadRecorder recorder, Thread thread);

    /// A thread is ending with an exception that it did not catch.
    void uncaught(ThreadRecorder recorder, Throwable thrown);

    /// A task failed on the thread of `recorder`; its future will say so to whoever asks
    /// ([TaskProbes#isResultSeen]).
    void taskFailed(ThreadRecorder recorder, Object future, Throwable thrown);

    /// A thread waits at a place that has not looked, under the lock, whether what it waits for is
    /// true already.
    void waitingBlindly(int site);

    /// Two threads used a collection that is made for one, and nothing ordered the uses.
    ///
    /// @param collection its number
    /// @param type its class
    /// @param first who used it first
    /// @param firstSite where
    /// @param second who used it then
    /// @param secondSite where
    void usedTogether(
            int collection,
            Class<?> type,
            ThreadRecorder first,
            int firstSite,
            ThreadRecorder second,
            int secondSite);

    /// A thread waits at a place that will not look again whether what it waits for is true.
    void waitingOnce(ThreadRecorder recorder, int site);

    /// From now on a thread may be ordered with others by volatile fields, atomics and their like,
    /// which make no events. Told once for each.
    void orderedUnseen(ThreadRecorder recorder);

    /// The program is ending the virtual machine with the given status.
    void halting(int status);
}
