// outcomes: 0 false, 1 false, 1 true, 0 true
void main() throws InterruptedException {
    var map = new ConcurrentHashMap<String, Integer>();
    Thread one = Thread.ofPlatform().start(() -> map.put("a", 1));
    Thread two = Thread.ofPlatform().start(() -> map.remove("a"));
    int size = map.size();
    one.join();
    two.join();
    tell(size + " " + map.isEmpty());
}
