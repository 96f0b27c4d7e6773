void main() throws InterruptedException {
    Thread saver = Thread.ofPlatform().name("saver").start(() -> {
        pause(150); // writes a long file
        IO.println("Saved");
    });

    IO.println("You have 3 new messages");

    saver.join(); // Wait for the thread to finish
    IO.println("Good bye");
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
