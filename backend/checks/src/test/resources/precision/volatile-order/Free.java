volatile int version;
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 1;
        version = 1;
        version = 2;
    });
    if (version > 0) {
        IO.println(data);
    }
    writer.join();
}
