final AtomicReference<Squares> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> shared.setOpaque(new Squares(2)));
    Squares seen = shared.getOpaque();
    if (seen != null) {
        IO.println(seen.cells[1]); // what a final field led to when the constructor ended
    }
    maker.join();
}

static class Squares {
    final int[] cells;

    Squares(int count) {
        cells = new int[count];
        cells[1] = 1;
    }
}
