// outcomes: false, true
void main() throws InterruptedException {
    var queue = new SynchronousQueue<String>();
    Thread one = Thread.ofPlatform().daemon().start(() -> {
        try {
            queue.take();
        } catch (InterruptedException e) {
            return;
        }
    });
    tell("" + queue.offer("x"));
}
