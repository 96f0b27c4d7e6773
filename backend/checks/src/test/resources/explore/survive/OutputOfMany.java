// ends: Completed
void main() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
        int own = i;
        threads.add(Thread.ofPlatform().start(() -> {
            for (int line = 0; line < 50; line++) {
                System.out.printf("%d: %d%n", own, line);
            }
        }));
    }
    for (Thread thread : threads) {
        thread.join();
    }
}
