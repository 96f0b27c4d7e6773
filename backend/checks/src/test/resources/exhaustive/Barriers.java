// outcomes: 0 1, 1 0
void main() throws Exception {
    var barrier = new CyclicBarrier(2);
    int[] arrived = new int[1];
    Thread one = Thread.ofPlatform().start(() -> {
        try {
            arrived[0] = barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    });
    int mine = barrier.await();
    one.join();
    tell(mine + " " + arrived[0]);
}
