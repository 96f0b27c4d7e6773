final Object lock = new Object();
boolean ready;
int data;

void main() throws InterruptedException {
    Thread producer = Thread.ofPlatform().start(() -> {
        data = 42;
        synchronized (lock) {
            ready = true;
            lock.notifyAll();
        }
    });
    synchronized (lock) {
        while (!ready) {
            lock.wait();
        }
    }
    IO.println(data);
    producer.join();
}
