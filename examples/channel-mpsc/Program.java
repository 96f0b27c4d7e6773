var channel = Channel.<String>unbounded();
var rx = channel.receiver();

Thread.ofPlatform().name("sender").start(() -> {
    try (var tx = channel.sender()) {
        pause(100); // thinks about what to say
        var val = "hello";
        tx.send(val);
        pause(50); // goes on with something else
    } // tx is closed here
});

String received = rx.receive(); // waits until there is something to receive
IO.println("Got: " + received);

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
