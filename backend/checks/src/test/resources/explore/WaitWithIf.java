// fails: UncaughtException
final Queue<String> queue = new ArrayDeque<>(); // guarded by itself

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(this::take);
    Thread other = Thread.ofPlatform().start(this::take);
    for (int i = 0; i < 2; i++) {
        synchronized (queue) {
            queue.add("message " + i);
            queue.notifyAll(); // wakes both, though there is but one message
        }
    }
    one.join();
    other.join();
}

void take() {
    synchronized (queue) {
        try {
            if (queue.isEmpty()) { // ought to be a while
                queue.wait();
            }
            queue.remove();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
