int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> data = 42);
    Thread.sleep(100);
    writer.join();
    IO.println(data);
}
