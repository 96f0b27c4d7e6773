// prints: 0
final Object left = new Object();
final Object right = new Object();
void both(Object first, Object second) {
    synchronized (first) {
        synchronized (second) { done.countDown(); }
    }
}
CountDownLatch done = new CountDownLatch(2);
Thread one = new Thread(() -> both(left, right));
one.start();
one.join();
Thread two = new Thread(() -> both(right, left));
two.start();
done.await();
IO.println(done.getCount());
