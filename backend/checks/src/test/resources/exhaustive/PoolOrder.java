// outcomes: ab, ba
void main() throws Exception {
    var order = new ConcurrentLinkedQueue<String>();
    var pool = Executors.newFixedThreadPool(2);
    Future<?> one = pool.submit(() -> order.add("a"));
    Future<?> two = pool.submit(() -> order.add("b"));
    one.get();
    two.get();
    pool.shutdown();
    tell(order.poll() + order.poll());
}
