int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> data = 1); // here
    if (!other.join(Duration.ofMillis(10))) { // the time was up
        IO.println(data); // here
    }
    other.join();
}
