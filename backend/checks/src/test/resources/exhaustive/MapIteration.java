// outcomes: seen , seen a, seen ab, seen b
void main() throws InterruptedException {
    var map = new ConcurrentHashMap<String, Integer>();
    Thread one = Thread.ofPlatform().start(() -> {
        map.put("a", 1);
        map.put("b", 1);
        map.remove("a");
    });
    var seen = new StringBuilder();
    for (String key : map.keySet()) {
        seen.append(key);
    }
    one.join();
    tell("seen " + seen);
}
