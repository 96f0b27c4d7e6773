long hits;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> hits++); // here
    hits++; // here
    other.join();
    IO.println(hits);
}
