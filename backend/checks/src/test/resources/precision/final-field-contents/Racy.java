final AtomicReference<Squares> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> {
        var fresh = new Squares(2);
        fresh.cells[1] = 1; // here
        shared.setOpaque(fresh);
    });
    Squares seen = shared.getOpaque();
    if (seen != null) {
        IO.println(seen.cells[1]); // here
    }
    maker.join();
}

static class Squares {
    final int[] cells;

    Squares(int count) {
        cells = new int[count];
    }
}
