var channel = new LinkedBlockingQueue<String>();

Thread.ofPlatform().name("sender").start(() -> {
    try {
        Thread.sleep(100); // thinks about what to say
        channel.put("hello");
        Thread.sleep(50); // goes on with something else
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
});

String received = channel.take(); // waits until there is something to take
IO.println("Got: " + received);
