int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> data = 1); // here
    if (other.isAlive()) {
        IO.println(data); // here
    }
    other.join();
}
