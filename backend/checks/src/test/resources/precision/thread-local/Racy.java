final int[] shared = new int[1];
final ThreadLocal<int[]> own = ThreadLocal.withInitial(() -> shared); // not its own at all

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::count);
    count();
    other.join();
}

void count() {
    own.get()[0]++; // here
}
