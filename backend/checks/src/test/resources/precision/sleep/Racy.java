int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> data = 42); // here
    Thread.sleep(100); // long enough, but orders nothing
    IO.println(data); // here
    writer.join();
}
