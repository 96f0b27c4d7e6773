final CountDownLatch latch = new CountDownLatch(2);
int left;
int right;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> {
        left = 1;
        latch.countDown();
    });
    Thread other = Thread.ofPlatform().start(() -> {
        right = 1;
        latch.countDown();
    });
    latch.await();
    IO.println(left + right);
    one.join();
    other.join();
}
