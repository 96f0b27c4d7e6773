sealed interface Message {}

record Text(String text) implements Message {}

record End() implements Message {}

final BlockingQueue<Message> channel = new LinkedBlockingQueue<>();

void main() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
        int number = i;
        new Thread(() -> produce(number), "producer-" + i).start();
    }

    int open = 3;
    while (open > 0) {
        switch (channel.take()) {
            case Text(String text) -> IO.println("Got: " + text);
            case End() -> open--;
        }
    }
    IO.println("All producers are done");
}

void produce(int number) {
    try {
        Thread.sleep(50 + 40 * number); // some work
        channel.put(new Text("Message from thread " + number));
        Thread.sleep(60); // some more
        channel.put(new End());
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
