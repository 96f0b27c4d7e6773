final AtomicReference<Point> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> shared.setOpaque(new Point(1, 2)));
    Point seen = shared.getOpaque(); // orders nothing, but the fields are final
    if (seen != null) {
        IO.println(seen.x + seen.y);
    }
    maker.join();
}

static class Point {
    final int x;
    final int y;

    Point(int x, int y) {
        this.x = x;
        this.y = y;
    }
}
