// ends: Completed, Deadlocked
void main() {
    IO.println(Config.size);
}

static class Config {
    static int size;

    static {
        Thread reads = Thread.ofPlatform().start(() -> size = 3); // waits until Config is ready
        try {
            reads.join(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
