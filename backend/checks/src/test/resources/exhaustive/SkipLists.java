// outcomes: a, b, null
void main() throws InterruptedException {
    var map = new ConcurrentSkipListMap<String, Integer>();
    map.put("b", 1);
    Thread one = Thread.ofPlatform().start(() -> map.put("a", 1));
    Thread two = Thread.ofPlatform().start(() -> map.clear());
    var first = map.firstEntry();
    one.join();
    two.join();
    tell("" + (first == null ? null : first.getKey()));
}
