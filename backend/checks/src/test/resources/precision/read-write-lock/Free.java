final ReadWriteLock lock = new ReentrantReadWriteLock();
int value;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(this::write);
    Thread reader = Thread.ofPlatform().start(this::read);
    write();
    read();
    writer.join();
    reader.join();
}

void write() {
    lock.writeLock().lock();
    value++;
    lock.writeLock().unlock();
}

void read() {
    lock.readLock().lock();
    IO.println(value);
    lock.readLock().unlock();
}
