final Object lockA = new Object();
final Object lockB = new Object();

void main() throws InterruptedException {
    Thread left = Thread.ofPlatform().name("left").start(() -> {
        synchronized (lockA) {
            synchronized (lockB) {
                IO.println("left has both");
            }
        }
    });

    Thread right = Thread.ofPlatform().name("right").start(() -> {
        pause(200); // comes late today
        synchronized (lockB) {
            synchronized (lockA) { // the other way round
                IO.println("right has both");
            }
        }
    });

    left.join();
    right.join();
    IO.println("Both are done");
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
