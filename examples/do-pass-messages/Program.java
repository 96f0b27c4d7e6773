record Part(String who, int words) {}

void main() throws InterruptedException {
    var channel = Channel.<Part>unbounded();
    var readers = new ArrayList<Thread>();
    try (var first = channel.sender()) {
        for (String poem : List.of("roses are red", "violets are blue", "sugar is sweet too")) {
            var sender = first.clone(); // one for each
            readers.add(Thread.ofPlatform().name(poem).start(() -> read(poem, sender)));
        }
    }

    int total = 0; // belongs to main, and to nobody else
    for (Part part : channel.receiver()) { // ends when all senders are closed
        IO.println(part.who() + ": " + part.words());
        total += part.words();
    }
    IO.println("Total: " + total);

    for (Thread reader : readers) {
        reader.join();
    }
}

void read(String poem, Sender<Part> sender) {
    try (sender) {
        Thread.sleep(10 * poem.length()); // reads slowly
        sender.send(new Part(poem, poem.split(" ").length));
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
