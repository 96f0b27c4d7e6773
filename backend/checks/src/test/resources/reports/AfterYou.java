// In the last 12,000 steps, in which everybody had a turn, the threads did the same again and again: a between lines 8 and 11, b between lines 17 and 20, main waits at line 24. Other schedules end.
volatile boolean doesAWant;
volatile boolean doesBWant;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> {
        doesAWant = true;
        while (doesBWant) {
            doesAWant = false; // after you
            Thread.onSpinWait();
            doesAWant = true;
        }
        doesAWant = false;
    });
    Thread b = Thread.ofPlatform().name("b").start(() -> {
        doesBWant = true;
        while (doesAWant) {
            doesBWant = false; // no, after you
            Thread.onSpinWait();
            doesBWant = true;
        }
        doesBWant = false;
    });
    a.join();
    b.join();
}
