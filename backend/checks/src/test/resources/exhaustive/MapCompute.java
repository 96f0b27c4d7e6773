// outcomes: ab, ba
void main() throws InterruptedException {
    var map = new ConcurrentHashMap<String, String>();
    Thread one = Thread.ofPlatform().start(() -> map.merge("key", "a", String::concat));
    Thread two = Thread.ofPlatform().start(() ->
            map.compute("key", (_, old) -> old == null ? "b" : old + "b"));
    one.join();
    two.join();
    tell(map.get("key"));
}
