int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> data = 1);
    if (other.join(Duration.ofMillis(10))) {
        IO.println(data);
    }
    other.join();
}
