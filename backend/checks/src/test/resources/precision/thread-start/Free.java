int data;

void main() throws InterruptedException {
    data = 1;
    Thread other = Thread.ofPlatform().start(() -> IO.println(data));
    other.join();
}
