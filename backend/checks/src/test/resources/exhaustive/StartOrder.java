// outcomes: 123, 132, 213, 231, 312, 321
void main() throws InterruptedException {
    var order = new ConcurrentLinkedQueue<Integer>();
    var threads = new ArrayList<Thread>();
    for (int i = 1; i <= 3; i++) {
        int number = i;
        threads.add(Thread.ofVirtual().start(() -> order.add(number)));
    }
    for (Thread thread : threads) {
        thread.join();
    }
    tell("" + order.poll() + order.poll() + order.poll());
}
