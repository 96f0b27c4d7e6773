void main() throws InterruptedException {
    var one = new Point();
    var another = new Point();
    Thread other = Thread.ofPlatform().start(one::move);
    another.move();
    other.join();
    IO.println(one.x + another.x);
}

static class Point {
    int x;

    void move() {
        x++;
    }
}
