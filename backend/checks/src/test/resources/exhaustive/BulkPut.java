// outcomes: 0, 2
void main() throws InterruptedException {
    var map = new ConcurrentHashMap<String, Integer>();
    Thread one = Thread.ofPlatform().start(() -> map.putAll(Map.of("a", 1, "b", 2)));
    int seen = map.size();
    one.join();
    tell("" + seen);
}
