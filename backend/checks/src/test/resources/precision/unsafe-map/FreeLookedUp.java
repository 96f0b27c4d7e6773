final ReadWriteLock lock = new ReentrantReadWriteLock();
final Map<String, Integer> ages = new LinkedHashMap<>();

void main() throws InterruptedException {
    ages.put("Ann", 1);
    ages.put("Bob", 2);
    Thread other = Thread.ofPlatform().start(() -> look("Ann"));
    look("Bob");
    other.join();
}

void look(String name) {
    lock.readLock().lock();
    ages.get(name);
    lock.readLock().unlock();
}
