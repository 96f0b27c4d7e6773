// outcomes: ab, ba
void main() throws InterruptedException {
    var order = new ConcurrentLinkedQueue<String>();
    try (var pool = Executors.newFixedThreadPool(2)) {
        pool.execute(() -> order.add("a"));
        pool.execute(() -> order.add("b"));
    }
    tell(order.poll() + order.poll());
}
