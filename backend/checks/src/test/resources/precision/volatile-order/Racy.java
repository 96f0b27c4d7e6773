volatile boolean ready;
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        ready = true;
        data = 42; // here
    });
    if (ready) {
        IO.println(data); // here
    }
    writer.join();
}
