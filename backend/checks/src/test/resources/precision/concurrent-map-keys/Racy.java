final Map<String, Integer> map = new ConcurrentHashMap<>(Map.of("other", 1));
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42; // here
        map.put("written", 1);
    });
    if (map.get("other") == 1) { // tells nothing about the key that is written
        IO.println(data); // here
    }
    writer.join();
}
