void main() throws InterruptedException {
    var point = new Point();
    Thread other = Thread.ofPlatform().start(() -> point.x++); // here
    point.x++; // here
    other.join();
    IO.println(point.x + point.y);
}

static class Point {
    int x;
    int y;
}
