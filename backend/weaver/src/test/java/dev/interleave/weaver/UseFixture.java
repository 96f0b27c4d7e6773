package dev.interleave.weaver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What is woven in tests of collections, method references and waits.
@SuppressWarnings("WaitNotInLoop") // it is about these
public class UseFixture {
    private final CountDownLatch latch = new CountDownLatch(2);
    private final List<String> list = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition condition = lock.newCondition();
    private volatile int published;
    private boolean isReady;

    /// A method reference with a receiver, and one without.
    public long references() {
        Runnable bound = latch::countDown;
        bound.run();
        java.util.function.Consumer<CountDownLatch> unbound = CountDownLatch::countDown;
        unbound.accept(latch);
        return latch.getCount();
    }

    /// Changes a list and reads it.
    public int collection() {
        list.add("a");
        int size = 0;
        for (String each : list) {
            size += each.length();
        }
        return size;
    }

    /// Writes a volatile field.
    public int volatileWrite() {
        published = 1;
        return published;
    }

    /// Wrong: looks once.
    public synchronized void waitIf() throws InterruptedException {
        if (!isReady) {
            wait();
        }
    }

    /// Wrong: does not look at all.
    public synchronized void waitPlain() throws InterruptedException {
        wait();
    }

    /// Wrong: looks once.
    public void awaitIf() throws InterruptedException {
        lock.lock();
        try {
            if (!isReady) {
                condition.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Right.
    public synchronized void waitWhile() throws InterruptedException {
        while (!isReady) {
            wait();
        }
    }

    /// Right: the loop is in the caller.
    public synchronized void waitForCaller() throws InterruptedException {
        wait();
    }

    /// Its caller.
    public synchronized void caller() throws InterruptedException {
        while (!isReady) {
            waitForCaller();
        }
    }

    /// Looks afterwards only.
    public synchronized void waitUntil() throws InterruptedException {
        do {
            wait();
        } while (!isReady);
    }

    /// Has looked when it did not hold the monitor.
    public void waitHavingLookedOutside() throws InterruptedException {
        while (!isReady) {
            synchronized (this) {
                wait();
            }
        }
    }

    /// Right: a pause.
    public synchronized void waitForAWhile() throws InterruptedException {
        if (!isReady) {
            wait(10);
        }
    }

    /// Right: in a loop, with a condition of its own.
    public void awaitInLoop() throws InterruptedException {
        lock.lock();
        try {
            for (; ; ) {
                if (isReady) {
                    return;
                }
                condition.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Right: a latch does not wake for nothing.
    public void latchAwait() throws InterruptedException {
        if (!isReady) {
            latch.await();
        }
        boolean ignored = latch.await(1, TimeUnit.MILLISECONDS);
    }

    /// Uses a class that has an initialiser, and one that has none.
    public int classes() {
        return Config.size + Plain.twice(2) + new Config().hashCode() * 0;
    }

    static final class Config {
        static int size = Integer.parseInt("5");

        @Override
        public int hashCode() {
            return size;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Config;
        }
    }

    static final class Plain {
        static int twice(int number) {
            return 2 * number;
        }
    }
}
