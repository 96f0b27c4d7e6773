final AtomicIntegerArray slots = new AtomicIntegerArray(2);
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42; // here
        slots.set(0, 1);
    });
    if (slots.get(1) == 0) { // another slot is another variable
        IO.println(data); // here
    }
    writer.join();
}
