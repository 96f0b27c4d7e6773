// outcomes: ab, ba
void main() {
    var order = new ConcurrentLinkedQueue<String>();
    try (var pool = Executors.newFixedThreadPool(2)) { // waits for a day: that is for ever
        pool.submit(() -> order.add("a"));
        pool.submit(() -> order.add("b"));
    }
    tell(order.poll() + order.poll());
}
