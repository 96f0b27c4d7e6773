final AtomicReference<Point> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> shared.setOpaque(new Point(1, 2)));
    Point seen = shared.getOpaque();
    if (seen != null) {
        IO.println(seen.x() + seen.y() + seen.hashCode());
    }
    maker.join();
}

record Point(int x, int y) {}
