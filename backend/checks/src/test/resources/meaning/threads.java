static final ThreadLocal<String> LOCAL = ThreadLocal.withInitial(() -> "initial");
static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>() {
    @Override
    protected String childValue(String parent) {
        return parent + ", child";
    }
};
final Object monitor = new Object();

class Named extends Thread {
    Named() {
        super("named");
    }

    @Override
    public void run() {
        see("overridden run in", getName());
        frames(new Throwable().getStackTrace());
    }

    @Override
    public String toString() {
        return "Named, " + isDaemon();
    }
}

void body(String what) {
    Thread me = Thread.currentThread();
    see(what, me.getName() + " " + me.getPriority() + " " + me.isDaemon() + " " + me.isVirtual() + " " + me.isAlive()
            + " " + me.getState() + " " + me.getThreadGroup().getName() + " " + LOCAL.get() + " " + INHERITED.get()
            + " " + me.toString().replaceAll("#\\d+", "#") + " " + (me.getContextClassLoader() != null));
    frames(new Throwable().getStackTrace());
}

void main() throws Exception {
    see("main", Thread.currentThread());
    see("main is", Thread.currentThread().getName() + Thread.currentThread().getPriority()
            + Thread.currentThread().isDaemon() + Thread.currentThread().getThreadGroup());
    INHERITED.set("of main");
    LOCAL.set("of main");
    for (int i = 0; i < 2; i++) {
        joined(Thread.ofPlatform().start(() -> body("platform")));
        joined(Thread.ofPlatform().name("p-", i).daemon().priority(3).start(() -> body("daemon")));
        joined(Thread.ofVirtual().start(() -> body("virtual")));
        joined(Thread.ofVirtual().name("v-", i).inheritInheritableThreadLocals(false).start(() -> body("named virtual")));
        var old = new Thread(() -> body("old"));
        old.start();
        joined(old);
    }
    var named = new Named();
    see("new", named + " " + named.getState() + " " + named.isAlive());
    named.start();
    joined(named);
    see("over", named + " " + named.getState() + " " + named.isAlive() + " " + named.getThreadGroup());
    attempt("start twice", () -> { named.start(); return null; });
    Thread virtual = Thread.ofVirtual().start(() -> {});
    joined(virtual);
    attempt("start a virtual thread twice", () -> { virtual.start(); return null; });
    Thread running = Thread.ofPlatform().start(LockSupport::park);
    blocked(running);
    attempt("start while it runs", () -> { running.start(); return null; });
    see("parked", running.getState() + " " + LockSupport.getBlocker(running));
    frames(running.getStackTrace());
    frames(Thread.getAllStackTraces().get(running));
    running.interrupt();
    joined(running);
    see("interrupted after its end", running.isInterrupted());

    uncaught();
    interrupts();
    states();
    builders();
    theEnd();
}

static class Picky extends RuntimeException {
    int asked;

    Picky(String message) {
        super(message);
    }

    @Override
    public String toString() {
        return "Picky " + super.getMessage();
    }
}

void uncaught() throws Exception {
    var seen = new LinkedBlockingQueue<String>();
    for (Thread.Builder builder : List.of(Thread.ofPlatform().name("failing"), Thread.ofVirtual().name("failing"))) {
        Thread own = builder.uncaughtExceptionHandler((thread, thrown) -> {
            seen.add(thread.getName() + " " + thrown + " " + thread.getState());
            frames(thrown.getStackTrace());
            frames(new Throwable().getStackTrace());
        }).start(() -> { throw new Picky("own"); });
        joined(own);
        see("own handler", seen.take());
        see("handler of the dead", own.getUncaughtExceptionHandler());
    }
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
        seen.add("default " + thread.getName() + " " + thrown);
    });
    joined(Thread.ofPlatform().name("failing").start(() -> { throw new Picky("default"); }));
    see("default handler", seen.take());
    Thread.setDefaultUncaughtExceptionHandler(null);
    var group = new ThreadGroup("group") {
        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            seen.add("group " + thread.getName() + " " + thrown);
        }
    };
    var grouped = new Thread(group, () -> { throw new Picky("group"); }, "failing");
    see("handler", grouped.getUncaughtExceptionHandler() == group);
    grouped.start();
    joined(grouped);
    see("group handler", seen.take());
}

void interrupts() throws Exception {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    var never = new CountDownLatch(1);
    var empty = new ArrayBlockingQueue<String>(1);
    Map<String, Body> blocking = new LinkedHashMap<>();
    blocking.put("sleep", () -> { Thread.sleep(100_000); return null; });
    blocking.put("sleep 0", () -> { Thread.sleep(0); return null; });
    blocking.put("sleep a duration", () -> { Thread.sleep(Duration.ofSeconds(100)); return null; });
    blocking.put("join", () -> { Thread.currentThread().join(10_000); return null; });
    blocking.put("join a duration", () -> Thread.currentThread().join(Duration.ofSeconds(100)));
    blocking.put("wait", () -> { synchronized (monitor) { monitor.wait(); } return null; });
    blocking.put("wait a time", () -> { synchronized (monitor) { monitor.wait(100_000); } return null; });
    blocking.put("park", () -> { LockSupport.park(); return null; });
    blocking.put("park for", () -> { LockSupport.parkNanos(this, 100_000_000_000L); return null; });
    blocking.put("park until", () -> { LockSupport.parkUntil(Long.MAX_VALUE); return null; });
    blocking.put("lock", () -> { lock.lock(); lock.unlock(); return lock.toString(); });
    blocking.put("lockInterruptibly", () -> { lock.lockInterruptibly(); return null; });
    blocking.put("tryLock", () -> { boolean is = lock.tryLock(); lock.unlock(); return is; });
    blocking.put("tryLock a time", () -> lock.tryLock(100, TimeUnit.SECONDS));
    blocking.put("condition", () -> { lock.lock(); try { condition.await(); } finally { lock.unlock(); } return null; });
    blocking.put("condition for", () -> { lock.lock(); try { return condition.awaitNanos(100_000_000_000L); } finally { lock.unlock(); } });
    blocking.put("condition, at last", () -> {
        lock.lock();
        try {
            condition.signal();
            return condition.await(1, TimeUnit.NANOSECONDS);
        } finally {
            lock.unlock();
        }
    });
    blocking.put("latch", () -> { never.await(); return null; });
    blocking.put("latch a time", () -> never.await(100, TimeUnit.SECONDS));
    blocking.put("take", () -> empty.take());
    blocking.put("poll", () -> empty.poll(100, TimeUnit.SECONDS));
    blocking.put("put", () -> { empty.put("x"); return empty; });
    blocking.put("linked take", () -> new LinkedBlockingQueue<>().take());
    blocking.put("delay take", () -> new DelayQueue<>().take());
    blocking.put("priority take", () -> new PriorityBlockingQueue<>().take());
    blocking.put("synchronous put", () -> { new SynchronousQueue<String>().put("x"); return null; });
    blocking.put("transfer", () -> { new LinkedTransferQueue<String>().transfer("x"); return null; });
    blocking.put("deque", () -> new LinkedBlockingDeque<>().takeLast());
    blocking.put("semaphore", () -> { new Semaphore(0).acquire(); return null; });
    blocking.put("semaphore, free", () -> { new Semaphore(1).acquire(); return null; });
    blocking.put("semaphore, uninterruptibly", () -> { new Semaphore(1).acquireUninterruptibly(); return null; });
    blocking.put("barrier", () -> new CyclicBarrier(2).await());
    blocking.put("phaser", () -> new Phaser(1).awaitAdvanceInterruptibly(0));
    blocking.put("exchanger", () -> new Exchanger<String>().exchange("x"));
    blocking.put("future", () -> new FutureTask<>(() -> "x").get());
    blocking.put("stage", () -> new CompletableFuture<String>().get());
    blocking.put("stage, at most", () -> new CompletableFuture<String>().get(100, TimeUnit.SECONDS));
    blocking.put("stage, done", () -> CompletableFuture.completedFuture("x").get());
    blocking.put("read lock", () -> { new ReentrantReadWriteLock().readLock().lockInterruptibly(); return null; });
    blocking.put("stamped", () -> new StampedLock().writeLockInterruptibly());
    blocking.put("pool", () -> { try (var pool = Executors.newSingleThreadExecutor()) { return pool.awaitTermination(100, TimeUnit.SECONDS); } });
    blocking.put("yield", () -> { Thread.yield(); Thread.onSpinWait(); return Thread.currentThread().isInterrupted(); });
    blocking.forEach((what, body) -> {
        // Before it blocks, on either kind of thread.
        for (Thread.Builder builder : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
            joined(builder.start(() -> {
                Thread.currentThread().interrupt();
                attempt(what, body);
            }));
        }
    });
    Thread.currentThread().interrupt();
    blocking.forEach((what, body) -> {
        if (!what.startsWith("join")) {
            Thread.currentThread().interrupt();
            attempt(what, body);
        }
    });
    // While it waits.
    for (String what : List.of("sleep", "wait", "lockInterruptibly", "condition", "latch", "take", "semaphore", "stage", "park")) {
        lock.lock();
        boolean isLock = what.startsWith("lock");
        if (!isLock) {
            lock.unlock();
        }
        empty.clear();
        for (Thread.Builder builder : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
            Thread waiting = builder.start(() -> attempt(what, blocking.get(what)));
            blocked(waiting);
            see("state", waiting.getState());
            waiting.interrupt();
            joined(waiting);
        }
        if (isLock) {
            lock.unlock();
        }
    }
}

void states() throws Exception {
    var lock = new ReentrantLock();
    synchronized (monitor) {
        Thread entering = Thread.ofPlatform().start(() -> { synchronized (monitor) { see("entered", Thread.holdsLock(monitor)); } });
        blocked(entering);
        see("entering", entering.getState());
        frames(entering.getStackTrace());
        see("holds", Thread.holdsLock(monitor) + " " + Thread.holdsLock(this));
    }
    lock.lock();
    Thread locking = Thread.ofPlatform().name("locking").start(() -> { lock.lock(); lock.unlock(); });
    blocked(locking);
    see("locking", locking.getState() + " " + lock.hasQueuedThread(locking) + " " + lock.getQueueLength() + " "
            + (LockSupport.getBlocker(locking) == null) + " " + lock);
    frames(locking.getStackTrace());
    lock.unlock();
    joined(locking);
    Thread sleeping = Thread.ofVirtual().start(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { threw("sleeping", e); } });
    blocked(sleeping);
    see("sleeping", sleeping.getState());
    frames(sleeping.getStackTrace());
    sleeping.interrupt();
    joined(sleeping);
    attempt("holdsLock null", () -> Thread.holdsLock(null));
    // A permit given before it is asked for.
    LockSupport.unpark(Thread.currentThread());
    LockSupport.unpark(Thread.currentThread());
    LockSupport.park();
    LockSupport.parkNanos(0);
    LockSupport.parkNanos(-1);
    LockSupport.unpark(null);
    see("permit", "taken");
}

void builders() throws Exception {
    attempt("negative sleep", () -> { Thread.sleep(-1); return null; });
    attempt("negative join", () -> { Thread.currentThread().join(-1); return null; });
    attempt("null name", () -> { Thread.currentThread().setName(null); return null; });
    attempt("priority", () -> { Thread.currentThread().setPriority(11); return null; });
    attempt("daemon while alive", () -> { Thread.currentThread().setDaemon(true); return null; });
    attempt("virtual daemon", () -> { Thread.ofVirtual().unstarted(() -> {}).setDaemon(false); return null; });
    attempt("join unstarted", () -> Thread.ofPlatform().unstarted(() -> {}).join(Duration.ZERO));
    attempt("null runnable", () -> Thread.ofPlatform().start(null));
    attempt("stop", () -> { Thread.currentThread().stop(); return null; });
    ThreadFactory factory = Thread.ofPlatform().name("f", 7).factory();
    see("factory", factory.newThread(() -> {}).getName() + factory.newThread(() -> {}).getName());
    Thread.currentThread().setName("renamed");
    see("renamed", Thread.currentThread().getName());
    Thread.currentThread().setName("main");
    var scoped = ScopedValue.<String>newInstance();
    ScopedValue.where(scoped, "bound").run(() -> see("scoped", scoped.get()));
    attempt("unbound", () -> scoped.get());
    see("active", Thread.currentThread().getThreadGroup().activeCount() > 0);
}
