final ThreadLocal<int[]> own = ThreadLocal.withInitial(() -> new int[1]);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::count);
    count();
    other.join();
}

void count() {
    own.get()[0]++;
    IO.println(own.get()[0]);
}
