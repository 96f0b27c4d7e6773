// prints: -1 3
var log = Collections.synchronizedList(new ArrayList<Integer>());
CyclicBarrier barrier = new CyclicBarrier(2, () -> log.add(-1));
Phaser phaser = new Phaser(1);
for (int i = 0; i < 2; i++) {
    final int id = i;
    phaser.register();
    new Thread() {
        @Override public void run() {
            try { barrier.await(); log.add(id); } catch (InterruptedException | BrokenBarrierException e) { log.add(99); }
            finally { phaser.arriveAndDeregister(); }
        }
    }.start();
}
phaser.arriveAndAwaitAdvance();
IO.println(log.getFirst() + " " + log.size());
