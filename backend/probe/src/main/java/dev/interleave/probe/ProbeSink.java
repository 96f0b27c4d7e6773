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

    /// A thread got another name.
    void laneRenamed(ThreadRecorder recorder, String name);

    /// A thread came to its end.
    void laneEnded(ThreadRecorder recorder, Thread thread);

    /// A thread is ending with an exception that it did not catch.
    void uncaught(ThreadRecorder recorder, Throwable thrown);

    /// The program is ending the virtual machine with the given status.
    void halting(int status);
}
