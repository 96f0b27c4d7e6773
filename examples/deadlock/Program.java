final Object lockA = new Object();
final Object lockB = new Object();

void main() throws InterruptedException {
    Thread left = Thread.ofPlatform().name("left").start(() -> {
        synchronized (lockA) {
            work(30); // meanwhile, right takes lockB
            synchronized (lockB) {
                IO.println("left has both");
            }
        }
    });

    Thread right = Thread.ofPlatform().name("right").start(() -> {
        synchronized (lockB) {
            work(30); // meanwhile, left takes lockA
            synchronized (lockA) {
                IO.println("right has both");
            }
        }
    });

    left.join();
    right.join();
    IO.println("Both are done");
}

double work(int millions) { // keeps a processor busy
    double sum = 0;
    for (int i = 0; i < millions * 1_000_000; i++) {
        sum += Math.sqrt(i);
    }
    return sum;
}
