int data;

void main() throws InterruptedException {
    Thread asked = Thread.currentThread();
    Thread interrupts = Thread.ofPlatform().start(() -> {
        data = 1;
        asked.interrupt();
    });
    Thread looks = Thread.ofPlatform().start(() -> {
        if (asked.isInterrupted()) {
            IO.println(data);
        }
    });
    while (!Thread.interrupted()) {
        Thread.onSpinWait();
    }
    interrupts.join();
    looks.join();
}
