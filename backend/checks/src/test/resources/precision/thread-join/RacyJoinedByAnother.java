int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> data = 1); // here
    Thread joins = Thread.ofPlatform().start(() -> {
        try {
            writer.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    });
    IO.println(data); // here
    joins.join();
}
