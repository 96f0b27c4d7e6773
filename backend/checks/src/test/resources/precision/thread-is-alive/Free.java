int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> data = 1);
    if (!other.isAlive()) {
        IO.println(data);
    }
    other.join();
}
