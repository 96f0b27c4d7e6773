boolean ready;

void main() throws InterruptedException {
    Thread waiter = Thread.ofPlatform().start(() -> {
        while (!ready) { // here
            LockSupport.park();
        }
    });
    ready = true; // here
    LockSupport.unpark(waiter);
    waiter.join();
}
