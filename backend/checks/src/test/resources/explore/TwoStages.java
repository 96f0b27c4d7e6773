// fails: Threw
final Object firstLock = new Object();
final Object secondLock = new Object();
int first; // guarded by firstLock
int second; // guarded by secondLock; one more than first

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        synchronized (firstLock) {
            first = 1;
        }
        synchronized (secondLock) {
            second = 2;
        }
    });
    int one;
    int two;
    synchronized (firstLock) {
        one = first;
    }
    synchronized (secondLock) {
        two = second;
    }
    writer.join();
    assert one == 0 || two == one + 1 : one + ", " + two;
}
