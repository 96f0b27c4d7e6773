final AtomicReference<Point> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> shared.setOpaque(new Point(1)));
    Point seen = shared.getOpaque(); // orders nothing
    if (seen != null) {
        IO.println(seen.x); // here
    }
    maker.join();
}

static class Point {
    int x; // not final

    Point(int x) {
        this.x = x; // here
    }
}
