// fails: Deadlocked
final Lock left = new ReentrantLock();
final Lock right = new ReentrantLock();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> both(right, left));
    both(left, right);
    other.join();
}

void both(Lock first, Lock second) {
    first.lock();
    second.lock();
    IO.println("both");
    second.unlock();
    first.unlock();
}
