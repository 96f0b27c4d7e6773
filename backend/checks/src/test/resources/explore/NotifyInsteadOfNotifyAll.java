// fails: Deadlocked
void main() throws InterruptedException {
    var buffer = new Buffer();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 2; i++) {
        threads.add(Thread.ofPlatform().start(buffer::take));
    }
    for (int i = 0; i < 2; i++) {
        threads.add(Thread.ofPlatform().start(buffer::put));
    }
    for (Thread thread : threads) {
        thread.join();
    }
}

static class Buffer {
    private boolean isFull; // room for one, and one monitor to wait for both

    synchronized void put() {
        while (isFull) {
            pause();
        }
        isFull = true;
        notify(); // may wake a producer
    }

    synchronized void take() {
        while (!isFull) {
            pause();
        }
        isFull = false;
        notify(); // may wake a consumer
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
