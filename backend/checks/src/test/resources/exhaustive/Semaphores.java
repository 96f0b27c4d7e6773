// outcomes: false 1, true 0, true 1
void main() throws InterruptedException {
    var permits = new Semaphore(1);
    boolean[] isTaken = new boolean[1];
    Thread one = Thread.ofPlatform().start(() -> {
        isTaken[0] = permits.tryAcquire();
        if (isTaken[0]) {
            permits.release();
        }
    });
    permits.acquire();
    int left = permits.availablePermits() + (permits.hasQueuedThreads() ? 9 : 0);
    permits.release();
    int queued = permits.availablePermits();
    one.join();
    tell(isTaken[0] + " " + queued);
}
