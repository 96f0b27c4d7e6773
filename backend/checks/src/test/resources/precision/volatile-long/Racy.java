long total; // could even be seen half-written

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> total = 1L << 40); // here
    IO.println(total); // here
    writer.join();
}
