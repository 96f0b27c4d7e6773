final ReentrantLock lock = new ReentrantLock();
int number = 5; // guarded by lock

final Object monitor = new Object();
String word = "five"; // guarded by monitor

final Mutex<Integer> guarded = new Mutex<>(5); // owns what it guards

void main() throws InterruptedException {
    Thread first = new Thread(this::readNumber, "number-reader");
    Thread second = new Thread(this::readWord, "word-reader");
    Thread third = new Thread(this::readGuarded, "guarded-reader");

    lock.lock();
    try {
        first.start();
        work();
        number = 6;
    } finally {
        lock.unlock(); // Lock released here, whatever happens
    }

    synchronized (monitor) {
        second.start();
        work();
        word = "six";
    } // Monitor released here, whatever happens

    first.join();
    second.join();

    try (var guard = guarded.lock()) {
        third.start();
        work();
        guard.set(guard.get() + 1);
    } // Guard closed here, whatever happens

    third.join();
}

void readNumber() {
    lock.lock();
    try {
        IO.println("The number is " + number);
    } finally {
        lock.unlock();
    }
}

void readWord() {
    synchronized (monitor) {
        IO.println("The word is " + word);
    }
}

void readGuarded() {
    try (var guard = guarded.lock()) {
        IO.println("The mutex holds " + guard.get());
    }
}

/// Keeps the processor busy for a tenth of a second.
void work() {
    long until = System.nanoTime() + 100_000_000;
    while (System.nanoTime() < until) {
        Thread.onSpinWait();
    }
}
