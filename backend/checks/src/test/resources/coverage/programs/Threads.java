// covers: ThreadLocal ScopedValue$Carrier

static final ScopedValue<String> USER = ScopedValue.newInstance();

void main() throws Exception {
    var local = new ThreadLocal<String>();
    local.set("a");
    local.remove();
    ScopedValue.where(USER, "a").run(() -> IO.println(USER.get()));
    IO.println(ScopedValue.where(USER, "b").call(() -> USER.get()));

    Thread worker =
            new Thread(() -> {
                Thread.yield();
                LockSupport.park();
                LockSupport.parkNanos(1);
                try {
                    Thread.sleep(10_000);
                } catch (InterruptedException e) {
                    IO.println("interrupted");
                }
            });
    worker.start();
    LockSupport.unpark(worker);
    worker.interrupt();
    worker.join();

    var monitor = new Object();
    var isReady = new AtomicBoolean();
    Thread notifier;
    synchronized (monitor) { // which the notifier can't enter before we wait
        notifier =
                Thread.startVirtualThread(() -> {
                    synchronized (monitor) {
                        isReady.set(true);
                        monitor.notify();
                        monitor.notifyAll();
                    }
                });
        while (!isReady.get()) {
            monitor.wait();
        }
    }
    notifier.join();

    try (var pool = Executors.newSingleThreadExecutor()) {
        pool.execute(() -> {});
    }
}
