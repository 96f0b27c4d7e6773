// fails: Threw
final Channel<String> channel = Channel.unbounded();

void main() throws InterruptedException {
    Thread first = Thread.ofPlatform().start(() -> say("one"));
    Thread second = Thread.ofPlatform().start(() -> say("two"));
    int received = 0;
    for (String message : channel.receiver()) {
        received++;
    }
    first.join();
    second.join();
    assert received == 2 : received + " of 2";
}

void say(String message) {
    try (var sender = channel.sender()) { // the same sender: whoever is done closes it for both
        sender.send(message);
    } catch (IllegalStateException e) {
        IO.println("too late: " + message);
    }
}
