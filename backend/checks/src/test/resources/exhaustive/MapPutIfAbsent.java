// outcomes: 1, 2
void main() throws InterruptedException {
    var map = new ConcurrentHashMap<String, Integer>();
    var made = new AtomicInteger();
    Runnable make = () -> {
        if (!map.containsKey("key")) {
            made.incrementAndGet();
            map.putIfAbsent("key", 1);
        }
    };
    Thread one = Thread.ofPlatform().start(make);
    Thread two = Thread.ofPlatform().start(make);
    one.join();
    two.join();
    tell("" + made.get());
}
