volatile boolean ready;
int data;

void main() throws InterruptedException {
    Thread waiter = Thread.ofPlatform().start(() -> {
        while (!ready) {
            LockSupport.park();
        }
        IO.println(data);
    });
    data = 42;
    ready = true;
    LockSupport.unpark(waiter);
    waiter.join();
}
