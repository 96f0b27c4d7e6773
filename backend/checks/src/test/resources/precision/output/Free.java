final Object lock = new Object();
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        synchronized (lock) {
            data = 42;
        }
        IO.println("written");
    });
    IO.println("reading");
    synchronized (lock) {
        IO.println(data);
    }
    writer.join();
}
