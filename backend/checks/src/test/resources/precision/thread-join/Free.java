int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> data = 1);
    other.join();
    IO.println(data);
}
