int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> IO.println(data)); // here
    data = 1; // here
    other.join();
}
