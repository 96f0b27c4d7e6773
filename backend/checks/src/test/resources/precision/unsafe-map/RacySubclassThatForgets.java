final Recent<String, Integer> recent = new Recent<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        recent.put("Ann", 1);
    });
    recent.put("Bob", 2);
    other.join();
}

static class Recent<K, V> extends LinkedHashMap<K, V> {
    @Override
    public V put(K key, V value) {
        return super.put(key, value); // unsafe
    }
}
