int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> data = 42); // here
    Thread.yield();
    Thread.onSpinWait();
    IO.println(data); // here
    writer.join();
}
