final Map<String, Integer> map = new ConcurrentHashMap<>();
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        map.put("written", 1);
    });
    if (map.containsKey("written")) {
        IO.println(data);
    }
    writer.join();
}
