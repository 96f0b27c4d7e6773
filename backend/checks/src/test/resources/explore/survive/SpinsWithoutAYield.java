// ends: Completed
volatile boolean isOver;

void main() throws InterruptedException {
    Thread worker = Thread.ofPlatform().start(() -> {
        long turns = 0;
        while (!isOver) {
            turns++;
        }
    });
    Thread.sleep(100);
    isOver = true;
    worker.join();
}
