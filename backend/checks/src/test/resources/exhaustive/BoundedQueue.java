// outcomes: false x, true x, true y
void main() throws InterruptedException {
    var queue = new ArrayBlockingQueue<String>(1);
    boolean[] isOffered = new boolean[1];
    Thread one = Thread.ofPlatform().start(() -> isOffered[0] = queue.offer("y"));
    queue.offer("x");
    String got = queue.take();
    one.join();
    tell(isOffered[0] + " " + got);
}
