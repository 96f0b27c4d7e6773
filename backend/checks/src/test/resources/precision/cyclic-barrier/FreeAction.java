int total;
final int[] cells = new int[2];
final CyclicBarrier barrier = new CyclicBarrier(2, () -> total = cells[0] + cells[1]);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> work(1));
    work(0);
    other.join();
}

void work(int own) {
    cells[own] = own + 1;
    try {
        barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
    }
    IO.println(total);
}
