final StringBuffer text = new StringBuffer();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        text.append("one");
    });
    text.append("two");
    other.join();
}
