// outcomes: null, x
void main() throws InterruptedException {
    var queue = new LinkedBlockingQueue<String>();
    Thread one = Thread.ofPlatform().start(() -> queue.offer("x"));
    String got = queue.poll(1, TimeUnit.SECONDS);
    one.join();
    tell("" + got);
}
