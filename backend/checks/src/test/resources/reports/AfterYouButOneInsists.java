// nothing
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
            // keeps wanting
            Thread.onSpinWait();
        }
        doesBWant = false;
    });
    a.join();
    b.join();
}
