int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> data = 1); // here
    IO.println(data); // here
    other.join();
}
