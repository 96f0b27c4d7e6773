final ReentrantLock lock = new ReentrantLock();
int number = 5; // guarded by lock

final Object monitor = new Object();
String word = "five"; // guarded by monitor

void main() throws InterruptedException {
    Thread first = new Thread(this::readNumber, "number-reader");
    Thread second = new Thread(this::readWord, "word-reader");

    lock.lock();
    try {
        first.start();
        Thread.sleep(100);
        number = 6;
    } finally {
        lock.unlock(); // Lock released here, whatever happens
    }

    synchronized (monitor) {
        second.start();
        Thread.sleep(100);
        word = "six";
    } // Monitor released here, whatever happens

    first.join();
    second.join();
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
