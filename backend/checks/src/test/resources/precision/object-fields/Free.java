void main() throws InterruptedException {
    var point = new Point();
    Thread other = Thread.ofPlatform().start(() -> point.y++);
    point.x++;
    other.join();
    IO.println(point.x + point.y);
}

static class Point {
    int x;
    int y;
}
