// ends: Completed
final Object lock = new Object();
int entered; // guarded by lock

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::fail);
    fail();
    other.join();
    IO.println(entered);
}

void fail() {
    try {
        synchronized (lock) {
            try {
                entered++;
                throw new IllegalStateException("first");
            } finally {
                Integer.parseInt("none"); // takes the place of the first
            }
        }
    } catch (NumberFormatException e) {
        IO.println("out again");
    }
}
