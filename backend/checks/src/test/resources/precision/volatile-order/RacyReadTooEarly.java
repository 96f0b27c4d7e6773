volatile boolean ready;
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42; // here
        ready = true;
    });
    int seen = data; // here
    if (ready) {
        IO.println(seen);
    }
    writer.join();
}
