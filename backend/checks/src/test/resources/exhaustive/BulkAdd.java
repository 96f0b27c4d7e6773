// outcomes: 0, 2
void main() throws InterruptedException {
    var queue = new LinkedBlockingQueue<Integer>();
    Thread one = Thread.ofPlatform().start(() -> queue.addAll(List.of(1, 2)));
    int seen = queue.size();
    one.join();
    tell("" + seen);
}
