final Object lock = new Object();
boolean ready;
int data;

void main() throws InterruptedException {
    Thread producer = Thread.ofPlatform().start(() -> {
        synchronized (lock) {
            ready = true;
            lock.notifyAll();
        }
        data = 42; // here
    });
    synchronized (lock) {
        while (!ready) {
            lock.wait();
        }
    }
    IO.println(data); // here
    producer.join();
}
