// fails: Threw
final ConcurrentMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::count);
    count();
    other.join();
    assert counts.get("word").get() == 2 : counts;
}

void count() {
    if (!counts.containsKey("word")) {
        counts.put("word", new AtomicInteger());
    }
    counts.get("word").incrementAndGet();
}
