// fails: Deadlocked
final Lock lock = new ReentrantLock();
final Condition hasRoom = lock.newCondition();
final Condition hasMessage = lock.newCondition();
boolean isFull;

void main() throws InterruptedException {
    Thread producer = Thread.ofPlatform().start(() -> {
        put();
        put();
    });
    take();
    take();
    producer.join();
}

void put() {
    lock.lock();
    while (isFull) {
        hasRoom.awaitUninterruptibly();
    }
    isFull = true;
    hasMessage.signal();
    lock.unlock();
}

void take() {
    lock.lock();
    while (!isFull) {
        hasMessage.awaitUninterruptibly();
    }
    isFull = false;
    hasMessage.signal(); // ought to tell those who wait for room
    lock.unlock();
}
