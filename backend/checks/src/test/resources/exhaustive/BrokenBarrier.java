// outcomes: broken, met
void main() throws Exception {
    var barrier = new CyclicBarrier(2);
    Thread one = Thread.ofPlatform().start(() -> {
        try {
            barrier.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            return;
        }
    });
    String seen;
    try {
        barrier.await();
        seen = "met";
    } catch (BrokenBarrierException e) {
        seen = "broken";
    }
    one.join();
    tell(seen);
}
