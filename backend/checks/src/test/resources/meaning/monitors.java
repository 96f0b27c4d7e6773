static class Counter {
    static int all;
    private int count;

    synchronized int add(int amount) {
        count += amount;
        return count;
    }

    synchronized long addLong(int a, long b, double c, long d) {
        return a + b + (long) c + d;
    }

    synchronized double half(double a, float b) {
        return a / 2 + b;
    }

    synchronized void fail(String message) {
        count++;
        throw new IllegalStateException(message);
    }

    static synchronized int addToAll(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("negative: " + amount);
        }
        all += amount;
        return Thread.holdsLock(Counter.class) ? all : -1;
    }

    synchronized String holds() {
        return Thread.holdsLock(this) + " " + Thread.holdsLock(Counter.class);
    }

    synchronized <T extends Comparable<T>> T most(T... values) {
        T most = values[0];
        for (T value : values) {
            if (value.compareTo(most) > 0) {
                most = value;
            }
        }
        return most;
    }

    synchronized int loop(int times) {
        int sum = 0;
        do {
            sum += times;
        } while (--times > 0);
        return sum;
    }

    synchronized int nested(Object other) {
        synchronized (other) {
            synchronized (this) {
                try {
                    return add(1);
                } finally {
                    count *= 2;
                }
            }
        }
    }

    synchronized int recursive(int depth) {
        return depth == 0 ? count : recursive(depth - 1);
    }

    synchronized String caught() {
        try {
            fail("inside");
            return "not reached";
        } catch (IllegalStateException e) {
            return e.getMessage() + Thread.holdsLock(this);
        } finally {
            count = 100;
        }
    }
}

static class Sub extends Counter {
    @Override
    synchronized int add(int amount) {
        return super.add(amount) + 1000;
    }
}

int depth;

synchronized void dive() {
    depth++;
    dive();
}

void diveInBlock(Object monitor) {
    synchronized (monitor) {
        depth++;
        diveInBlock(monitor);
    }
}

void main() throws Exception {
    var counter = new Counter();
    see("add", counter.add(3));
    see("long", counter.addLong(1, 2L << 40, 3.5, 4));
    see("half", counter.half(3, 1.5f));
    see("most", counter.most("a", "c", "b"));
    see("loop", counter.loop(4));
    attempt("fail", () -> { counter.fail("out"); return null; });
    see("holds after", Thread.holdsLock(counter));
    see("holds", counter.holds());
    see("all", Counter.addToAll(5));
    attempt("negative", () -> Counter.addToAll(-5));
    see("class held after", Thread.holdsLock(Counter.class));
    see("nested", counter.nested(new Object()) + " " + counter.add(0));
    attempt("null", () -> counter.nested(null));
    see("recursive", counter.recursive(50));
    see("caught", counter.caught() + counter.add(0));
    see("sub", new Sub().add(1));
    attempt("wait", () -> { counter.wait(); return null; });
    attempt("wait a time", () -> { counter.wait(1); return null; });
    attempt("wait a negative time", () -> { synchronized (counter) { counter.wait(-1); } return null; });
    attempt("wait nanos", () -> { synchronized (counter) { counter.wait(1, 1_000_000); } return null; });
    attempt("notify", () -> { counter.notify(); return null; });
    attempt("notifyAll", () -> { counter.notifyAll(); return null; });
    attempt("notify null", () -> { Object none = null; none.notify(); return null; });
    attempt("synchronized null", () -> { Object none = null; synchronized (none) { return 1; } });
    attempt("wait that ends", () -> { synchronized (counter) { counter.wait(1); counter.wait(0, 1); return Thread.holdsLock(counter); } });
    attempt("handed over", this::handOver);
    attempt("break out", () -> {
        int sum = 0;
        out:
        for (int i = 0; i < 10; i++) {
            synchronized (counter) {
                for (int j = 0; j < 10; j++) {
                    synchronized (this) {
                        if (j == 3) {
                            continue out;
                        }
                        if (i == 5) {
                            break out;
                        }
                    }
                    sum += j;
                }
            }
        }
        return sum + " " + Thread.holdsLock(counter) + Thread.holdsLock(this);
    });
    attempt("finally", () -> {
        synchronized (counter) {
            try {
                throw new Exception("first");
            } finally {
                synchronized (this) {
                    counter.add(1);
                }
            }
        }
    });
    for (int i = 0; i < 3; i++) {
        depth = 0;
        try {
            dive();
        } catch (StackOverflowError e) {
            see("deep", (depth > 500) + " " + Thread.holdsLock(this) + " " + (e.getStackTrace().length == 1024)
                    + " " + e.getStackTrace()[1000].getMethodName());
        }
        depth = 0;
        try {
            diveInBlock(counter);
        } catch (StackOverflowError e) {
            see("deep block", (depth > 500) + " " + Thread.holdsLock(counter));
        }
    }
    // Nobody holds what was held down there.
    Thread free = Thread.ofPlatform().start(() -> see("free", counter.add(0)));
    joined(free);
    Thread freeToo = Thread.ofVirtual().start(() -> { synchronized (this) { see("free", depth > 0); } });
    joined(freeToo);
    theEnd();
}

Object handOver() throws Exception {
    var box = new Object();
    var items = new ArrayDeque<String>();
    var seen = new ArrayList<String>();
    Thread taker = Thread.ofVirtual().start(() -> {
        for (int i = 0; i < 100; i++) {
            synchronized (box) {
                while (items.isEmpty()) {
                    try {
                        box.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                seen.add(items.removeFirst());
                box.notifyAll();
            }
        }
    });
    for (int i = 0; i < 100; i++) {
        synchronized (box) {
            while (!items.isEmpty()) {
                box.wait();
            }
            items.add("item " + i);
            box.notifyAll();
        }
    }
    joined(taker);
    return seen.size() + seen.getLast();
}
