final ReadWriteLock lock = new ReentrantReadWriteLock();
final Map<String, Integer> recent = new LinkedHashMap<>(16, 0.75f, true);

void main() throws InterruptedException {
    recent.put("Ann", 1);
    recent.put("Bob", 2);
    Thread other = Thread.ofPlatform().start(() -> look("Ann"));
    look("Bob");
    other.join();
}

void look(String name) {
    lock.readLock().lock();
    recent.get(name); // unsafe
    lock.readLock().unlock();
}
