int data;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> data = 1); // here
    other.join(10); // nobody asks how it went
    IO.println(data); // here
    other.join();
}
