int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        if (Thread.currentThread().isInterrupted()) {
            IO.println(data);
        }
    });
    data = 1;
    other.interrupt();
    other.join();
}
