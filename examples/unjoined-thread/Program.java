void main() throws InterruptedException {
    Thread.ofPlatform().name("saver").start(() -> {
        pause(150); // writes a long file
        IO.println("Saved");
    });

    IO.println("You have 3 new messages");
} // and the saver?

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
