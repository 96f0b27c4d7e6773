// fails: UncaughtException
static final int SETTERS = 2;

volatile int a;
volatile int b;

void main() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < SETTERS; i++) {
        threads.add(Thread.ofPlatform().start(this::set));
    }
    threads.add(Thread.ofPlatform().start(this::check));
    for (Thread thread : threads) {
        thread.join();
    }
}

void set() {
    a = 1;
    b = -1;
}

void check() {
    assert (a == 0 && b == 0) || (a == 1 && b == -1) : "somebody is between the two";
}
