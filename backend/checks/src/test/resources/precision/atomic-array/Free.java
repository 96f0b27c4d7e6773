final AtomicIntegerArray slots = new AtomicIntegerArray(2);
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        slots.set(0, 1);
    });
    if (slots.get(0) == 1) {
        IO.println(data);
    }
    writer.join();
}
