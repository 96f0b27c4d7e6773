import java.util.concurrent.locks.ReentrantLock;

void both(ReentrantLock first, ReentrantLock second) {
    first.lock();
    try {
        if (second.tryLock()) {
            try {
                IO.println("both");
            } finally {
                second.unlock();
            }
        }
    } finally {
        first.unlock();
    }
}

void main() throws InterruptedException {
    ReentrantLock a = new ReentrantLock();
    ReentrantLock b = new ReentrantLock();
    Thread one = Thread.ofPlatform().start(() -> both(a, b));
    Thread other = Thread.ofPlatform().start(() -> both(b, a));
    one.join();
    other.join();
}
