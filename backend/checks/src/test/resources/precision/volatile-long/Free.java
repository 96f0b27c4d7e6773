volatile long total;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> total = 1L << 40);
    IO.println(total);
    writer.join();
}
