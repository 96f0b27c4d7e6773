// outcomes: ab, ba
void main() throws InterruptedException {
    var order = new ConcurrentLinkedQueue<String>();
    var pool = Executors.newSingleThreadExecutor();
    Thread one = Thread.ofPlatform().start(() -> pool.execute(() -> order.add("a")));
    pool.execute(() -> order.add("b"));
    one.join();
    pool.close();
    tell(order.poll() + order.poll());
}
