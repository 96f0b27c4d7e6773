final Object outer = new Object();
final Object inner = new Object();
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        synchronized (outer) {
            synchronized (inner) {
                count++;
            }
        }
    });
    synchronized (inner) {
        synchronized (inner) {
            count++;
        }
        count++; // still inside
    }
    other.join();
    IO.println(count);
}
