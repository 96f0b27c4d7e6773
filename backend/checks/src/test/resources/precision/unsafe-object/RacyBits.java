final BitSet seen = new BitSet();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        seen.set(1); // here
    });
    IO.println(seen.get(2)); // here
    other.join();
}
