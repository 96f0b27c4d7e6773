final Semaphore permits = new Semaphore(3); // at most 3 at a time

void main() {
    var threads = Thread.ofVirtual().name("user-", 0).factory(); // user-0, user-1, …
    try (var tasks = Executors.newThreadPerTaskExecutor(threads)) {
        for (int i = 0; i < 10; i++) {
            int number = i;
            tasks.execute(() -> access(number));
        }
    } // waits for all of them
    IO.println("All have been served, permits left: " + permits.availablePermits());
}

void access(int number) {
    try {
        permits.acquire();
        try {
            IO.println("Accessing resource: " + number);
            Thread.sleep(100);
        } finally {
            permits.release(); // whatever happens
        }
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
