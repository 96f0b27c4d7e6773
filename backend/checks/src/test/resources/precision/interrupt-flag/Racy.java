int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        if (Thread.interrupted()) {
            IO.println(data); // here
        }
    });
    other.interrupt();
    data = 1; // here
    other.join();
}
