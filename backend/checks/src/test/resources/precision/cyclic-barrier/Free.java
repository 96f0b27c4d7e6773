final CyclicBarrier barrier = new CyclicBarrier(2);
final int[] cells = new int[2];

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> work(1));
    work(0);
    other.join();
}

void work(int own) {
    cells[own] = own;
    try {
        barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
    }
    IO.println(cells[1 - own]);
}
