// nothing
final BlockingQueue<Integer> work = new LinkedBlockingQueue<>();
final BlockingQueue<Integer> other = new LinkedBlockingQueue<>();

void main() throws InterruptedException {
    Thread.ofPlatform().name("idle").start(() -> take(other));
    Thread.ofPlatform().name("worker").start(() -> take(work));
    while (true) {
        work.put(1);
    }
}

void take(BlockingQueue<Integer> queue) {
    try {
        while (true) {
            queue.take();
        }
    } catch (InterruptedException e) {
        throw new IllegalStateException(e);
    }
}
