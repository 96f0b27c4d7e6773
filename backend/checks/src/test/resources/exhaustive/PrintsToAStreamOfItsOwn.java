// outcomes: 12, 21
void main() throws InterruptedException {
    var bytes = new ByteArrayOutputStream();
    var stream = new PrintStream(bytes);
    Thread one = Thread.ofPlatform().start(() -> stream.print(1));
    Thread two = Thread.ofPlatform().start(() -> stream.print(2));
    one.join();
    two.join();
    tell(bytes.toString());
}
