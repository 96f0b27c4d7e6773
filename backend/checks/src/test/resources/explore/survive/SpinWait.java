// ends: Completed
volatile boolean isReady;

void main() throws InterruptedException {
    Thread waits = Thread.ofPlatform().start(() -> {
        while (!isReady) {
            Thread.onSpinWait();
        }
        IO.println("ready");
    });
    isReady = true;
    waits.join();
}
