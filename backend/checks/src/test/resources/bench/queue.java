static final int TIMES = 10_000;
final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(64);
long sum;

void work() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        try {
            for (int i = 0; i < TIMES; i++) {
                queue.put(i);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    });
    for (int i = 0; i < TIMES; i++) {
        sum += queue.take();
    }
    producer.join();
}
