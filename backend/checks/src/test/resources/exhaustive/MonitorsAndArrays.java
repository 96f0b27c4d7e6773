// outcomes: 1 2, 2 1
void main() throws InterruptedException {
    var order = new int[2];
    var next = new int[1];
    Object lock = new Object();
    var threads = new ArrayList<Thread>();
    for (int i = 1; i <= 2; i++) {
        int number = i;
        threads.add(Thread.ofPlatform().start(() -> {
            synchronized (lock) {
                order[next[0]++] = number;
            }
        }));
    }
    for (Thread thread : threads) {
        thread.join();
    }
    tell(order[0] + " " + order[1]);
}
