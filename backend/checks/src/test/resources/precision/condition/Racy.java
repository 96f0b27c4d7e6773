final ReentrantLock lock = new ReentrantLock();
final Condition isReady = lock.newCondition();
boolean ready;
int data;

void main() throws InterruptedException {
    Thread producer = Thread.ofPlatform().start(() -> {
        lock.lock();
        ready = true;
        isReady.signal();
        lock.unlock();
        data = 42; // here
    });
    lock.lock();
    while (!ready) {
        isReady.await();
    }
    lock.unlock();
    IO.println(data); // here
    producer.join();
}
