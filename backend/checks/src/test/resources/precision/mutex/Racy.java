final Mutex<int[]> cells = new Mutex<>(new int[1]);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
}

void add() {
    int[] escaped;
    try (var guard = cells.lock()) {
        escaped = guard.get();
    }
    escaped[0]++; // here
}
