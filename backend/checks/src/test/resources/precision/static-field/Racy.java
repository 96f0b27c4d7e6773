static int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> add(1));
    add(2);
    other.join();
    IO.println(count);
}

static void add(int amount) {
    count += amount; // here
}
