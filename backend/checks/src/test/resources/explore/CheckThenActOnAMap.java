// fails: Threw
final Map<String, Integer> stock = new ConcurrentHashMap<>(Map.of("apple", 1));
final AtomicInteger sold = new AtomicInteger();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::sell);
    sell();
    other.join();
    assert sold.get() == 1 : "sold " + sold + " of 1";
}

void sell() {
    int left = stock.get("apple");
    if (left > 0) {
        stock.put("apple", left - 1);
        sold.incrementAndGet();
    }
}
