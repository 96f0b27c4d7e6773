// outcomes: aabb, abab, abba, baab, baba, bbaa
void main() throws InterruptedException {
    var buffer = new StringBuffer();
    Thread one = Thread.ofPlatform().start(() -> {
        buffer.append("a");
        buffer.append("a");
    });
    Thread two = Thread.ofPlatform().start(() -> {
        buffer.append("b");
        buffer.append("b");
    });
    one.join();
    two.join();
    tell(buffer.toString());
}
