void main() throws InterruptedException {
    Thread worker = Thread.ofPlatform().name("worker").start(() -> count("Thread", 9));

    count("Main", 4);

    worker.join(); // Wait for the thread to finish
}

void count(String who, int last) {
    for (int i = 1; i <= last; i++) {
        IO.println(who + ": " + i);
        pause(25);
    }
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
