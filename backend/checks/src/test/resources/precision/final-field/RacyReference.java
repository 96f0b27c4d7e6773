Point shared; // plain: a race, although nobody can see a half-made point

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> shared = new Point(1, 2)); // here
    Point seen = shared; // here
    if (seen != null) {
        IO.println(seen.x() + seen.y());
    }
    maker.join();
}

record Point(int x, int y) {}
