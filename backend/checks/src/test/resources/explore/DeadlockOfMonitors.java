// fails: Deadlocked
final Object left = new Object();
final Object right = new Object();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> both(right, left));
    both(left, right);
    other.join();
}

void both(Object first, Object second) {
    synchronized (first) {
        synchronized (second) {
            IO.println("both");
        }
    }
}
