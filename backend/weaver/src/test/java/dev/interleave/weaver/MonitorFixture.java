package dev.interleave.weaver;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/// What the snippet weaver is tried on.
@SuppressWarnings({"NotifyWithoutWait", "NakedNotify", "unused"})
public class MonitorFixture {
    final Object lock = new Object();
    final ReentrantLock reentrant = new ReentrantLock();
    final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    final Object[] forks = {new Object()};
    int count;

    /// A block.
    public int block() {
        synchronized (lock) {
            return ++count;
        }
    }

    /// A loop right behind the entry, whose head shares its place with the start of the protected
    /// range.
    public int blockWithLoop() {
        synchronized (lock) {
            while (count < 5) {
                count++;
            }
        }
        return count;
    }

    /// A block left by an exception.
    public void blockThatThrows() {
        synchronized (lock) {
            throw new IllegalArgumentException("from inside");
        }
    }

    /// Two blocks, one in the other, on a local variable and an element of an array.
    public void nested() {
        Object outer = lock;
        synchronized (outer) {
            synchronized (forks[0]) {
                count++;
            }
        }
    }

    /// A method.
    public synchronized long method(long a, double b) {
        if (a > 0) {
            return a + count;
        }
        return (long) b;
    }

    /// A method left by an exception.
    public synchronized void methodThatThrows() {
        throw new IllegalArgumentException("from inside");
    }

    /// A method whose first instruction is a loop's head.
    public synchronized int methodWithLoop() {
        while (count < 5) {
            count++;
        }
        return count;
    }

    /// A static method.
    public static synchronized String staticMethod(String text) {
        return text + "!";
    }

    /// A notify.
    public synchronized void notifies() {
        notifyAll();
    }

    /// Calls of the operation table, one with arguments above its receiver.
    public String operations() throws InterruptedException {
        reentrant.lock();
        try {
            queue.put("a" + count);
        } finally {
            reentrant.unlock();
        }
        return queue.take();
    }

    /// Two classes of this program meet in one variable.
    public String merge(boolean isFirst) {
        Shape shape = isFirst ? new Circle() : new Square();
        synchronized (shape) {
            return shape.name();
        }
    }

    abstract static class Shape {
        abstract String name();
    }

    static class Circle extends Shape {
        @Override
        String name() {
            return "circle";
        }
    }

    static class Square extends Shape {
        @Override
        String name() {
            return "square";
        }
    }
}
