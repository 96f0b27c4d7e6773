final RwLock<int[]> cells = new RwLock<>(new int[1]);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
}

void add() {
    try (var guard = cells.read()) {
        guard.get()[0]++; // here
    }
}
