final ReentrantLock lock = new ReentrantLock();
final Condition isReady = lock.newCondition();
boolean ready;
int data;

void main() throws InterruptedException {
    Thread producer = Thread.ofPlatform().start(() -> {
        data = 42;
        lock.lock();
        ready = true;
        isReady.signal();
        lock.unlock();
    });
    lock.lock();
    while (!ready) {
        isReady.await();
    }
    lock.unlock();
    IO.println(data);
    producer.join();
}
