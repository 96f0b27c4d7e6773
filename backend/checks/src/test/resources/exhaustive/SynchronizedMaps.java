// outcomes: 1, 2
void main() throws InterruptedException {
    Map<String, Integer> map = Collections.synchronizedMap(new HashMap<>());
    map.put("key", 0);
    Runnable add = () -> map.put("key", map.get("key") + 1);
    Thread one = Thread.ofPlatform().start(add);
    Thread two = Thread.ofPlatform().start(add);
    one.join();
    two.join();
    tell("" + map.get("key"));
}
