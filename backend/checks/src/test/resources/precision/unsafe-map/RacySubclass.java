final Map<String, Integer> recent = new Recent<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        recent.put("Ann", 1); // unsafe
    });
    recent.put("Bob", 2); // unsafe
    other.join();
}

static class Recent<K, V> extends LinkedHashMap<K, V> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > 10;
    }
}
