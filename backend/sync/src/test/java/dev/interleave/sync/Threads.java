package dev.interleave.sync;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Threads as tests need them. Plain, because Lincheck looks at every step of what is used here.
final class Threads {
    private Threads() {}

    /// Starts two threads and waits for both; what one of them throws is thrown here.
    static void runBoth(Runnable one, Runnable other) {
        Body first = start(one);
        Body second = start(other);
        first.end();
        second.end();
    }

    /// Starts a thread.
    static Body start(Runnable work) {
        var body = new Body(work);
        body.thread.start();
        return body;
    }

    /// Starts a thread and returns when it waits for something.
    static Body startAndAwaitWaiting(Runnable work) {
        Body body = start(work);
        while (!List.of(Thread.State.WAITING, Thread.State.TIMED_WAITING)
                .contains(body.thread.getState())) {
            Thread.onSpinWait();
        }
        return body;
    }

    /// A thread that keeps what its work threw. Not a subclass: Lincheck does not know a `join`
    /// that is called on one.
    static final class Body implements Runnable {
        private final Runnable work;
        private final Thread thread = new Thread(this);
        private @Nullable Throwable thrown;

        private Body(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
            } catch (Throwable t) {
                thrown = t;
            }
        }

        /// Its name, as messages call it.
        String name() {
            return thread.getName();
        }

        /// Interrupts it.
        void interrupt() {
            thread.interrupt();
        }

        /// Waits for the end; what the work threw is the cause of what is thrown here.
        void end() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a test", e);
            }
            Throwable cause = thrown;
            if (cause != null) {
                throw new IllegalStateException("a thread threw " + cause, cause);
            }
        }
    }
}
