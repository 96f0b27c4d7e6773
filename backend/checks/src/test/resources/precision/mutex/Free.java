final Mutex<int[]> cells = new Mutex<>(new int[1]);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
}

void add() {
    try (var guard = cells.lock()) {
        guard.get()[0]++;
    }
}
