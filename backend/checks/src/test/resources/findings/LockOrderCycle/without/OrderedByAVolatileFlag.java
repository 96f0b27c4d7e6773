final Object lockA = new Object();
final Object lockB = new Object();
volatile boolean isFirstDone;

void main() throws InterruptedException {
    Thread first = new Thread(() -> {
        synchronized (lockA) {
            synchronized (lockB) {
                IO.println("first has both");
            }
        }
        isFirstDone = true;
    });
    Thread second = new Thread(() -> {
        while (!isFirstDone) {
            Thread.onSpinWait();
        }
        synchronized (lockB) {
            synchronized (lockA) {
                IO.println("second has both");
            }
        }
    });
    first.start();
    second.start();
    first.join();
    second.join();
}
