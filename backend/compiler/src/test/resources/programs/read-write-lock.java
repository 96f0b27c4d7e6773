// prints: 8
class Cache<K extends Comparable<K>, V> {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final SortedMap<K, V> map = new TreeMap<>();
    V get(K key, Function<? super K, ? extends V> load) {
        lock.readLock().lock();
        try { if (map.containsKey(key)) return map.get(key); } finally { lock.readLock().unlock(); }
        lock.writeLock().lock();
        try { return map.computeIfAbsent(key, load); } finally { lock.writeLock().unlock(); }
    }
}
var cache = new Cache<String, Integer>();
IO.println(cache.get("four", String::length) + cache.get("four", _ -> 0));
