final Object bell = new Object();
boolean isReady; // guarded by bell

void main() throws InterruptedException {
    Thread guest = Thread.ofPlatform().name("guest").start(this::eat);
    Thread cook = Thread.ofPlatform().name("cook").start(this::serve);
    cook.join();
    guest.join();
    IO.println("All went home");
}

void serve() {
    synchronized (bell) {
        isReady = true;
        bell.notifyAll(); // whoever waits now, hears it
    }
    IO.println("Dinner is ready!");
}

void eat() {
    try {
        Thread.sleep(200); // is late
        synchronized (bell) {
            do {
                bell.wait(); // listens before looking at the table
            } while (!isReady);
        }
        IO.println("Delicious");
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
