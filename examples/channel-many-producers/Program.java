void main() {
    var channel = Channel.<String>unbounded();
    var tx = channel.sender();
    var rx = channel.receiver();

    for (int i = 0; i < 3; i++) {
        int number = i;
        var txClone = tx.clone();
        new Thread(() -> produce(number, txClone), "producer-" + i).start();
    }

    tx.close(); // the original: nobody sends with it

    for (String received : rx) {
        IO.println("Got: " + received);
    }
    IO.println("All producers are done");
}

void produce(int number, Sender<String> sender) {
    try (sender) { // closes it at the end, whatever happens
        Thread.sleep(50 + 40 * number); // some work
        sender.send("Message from thread " + number);
        Thread.sleep(60); // some more
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
