// ends: Completed
void main() throws InterruptedException {
    var names = new HashMap<Object, String>(); // in the order of identity hashes
    var latch = new CountDownLatch(1);
    for (int i = 0; i < 6; i++) {
        names.put(Thread.ofVirtual().unstarted(() -> {}), "thread " + i);
        names.put(new Object(), "object " + i);
        names.put(new ReentrantLock(), "lock " + i);
    }
    names.values().forEach(IO::println);

    var turns = new ConcurrentHashMap<Thread, Integer>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 3; i++) {
        int turn = i;
        threads.add(Thread.ofPlatform().start(() -> turns.put(Thread.currentThread(), turn)));
    }
    for (Thread thread : threads) thread.join();
    IO.println(turns.values());
    latch.countDown();
    for (Thread thread : threads) IO.println(turns.remove(thread));
    IO.println(turns.isEmpty() + " " + latch.getCount());
}
