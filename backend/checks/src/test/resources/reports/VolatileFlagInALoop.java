// nothing
volatile boolean isDone;

void main() throws InterruptedException {
    Thread waiter = Thread.ofPlatform().name("waiter").start(() -> {
        while (!isDone) {
            Thread.onSpinWait();
        }
    });
    Thread.sleep(10);
    isDone = true;
    waiter.join();
}
