volatile boolean ready;
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        ready = true;
    });
    if (ready) {
        IO.println(data);
    }
    writer.join();
}
