// covers: Channel Select Mutex RwLock

void main() throws Exception {
    Channel<String> channel = Channel.bounded(4);
    try (var receiver = channel.receiver()) {
        try (var sender = channel.sender();
                var other = sender.clone()) {
            sender.send("a");
            sender.send("b");
            IO.println(other.trySend("c"));
            IO.println(receiver.receive());
            IO.println(receiver.receive(Duration.ofSeconds(1)));
            IO.println(receiver.tryReceive());
        }
        for (String each : receiver) {
            IO.println(each);
        }
    }

    var never = new CompletableFuture<String>();
    var soon = new CompletableFuture<String>();
    Thread waiter = Thread.currentThread();
    Thread completer = Thread.ofPlatform().start(() -> {
        while (waiter.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        soon.complete("done");
    });
    IO.println(Select.<String>first().on(soon, text -> text).await());
    completer.join();
    IO.println(
            Select.<String>first()
                    .on(never, text -> text)
                    .timeout(Duration.ofMillis(1), () -> "late")
                    .await());

    var mutex = new Mutex<>(1);
    try (var guard = mutex.lock()) {
        guard.set(2);
    }
    mutex.tryLock().ifPresent(guard -> guard.close());
    mutex.update(count -> count + 1);

    var lock = new RwLock<>("text");
    try (var guard = lock.read()) {
        IO.println(guard.get());
    }
    lock.tryRead().ifPresent(guard -> guard.close());
    try (var guard = lock.write()) {
        guard.set("other");
    }
    lock.tryWrite().ifPresent(guard -> guard.close());
}
