final Map<String, Integer> recent = new Recent<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        recent.put("Ann", 1);
    });
    recent.put("Bob", 2);
    other.join();
    IO.println(recent.size());
}

static class Recent<K, V> extends LinkedHashMap<K, V> {
    @Override
    public synchronized V put(K key, V value) {
        return super.put(key, value);
    }
}
