final StringBuilder text = new StringBuilder();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        text.append("one"); // here
    });
    text.append("two"); // here
    other.join();
}
