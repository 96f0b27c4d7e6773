final CountDownLatch latch = new CountDownLatch(1); // but two count down
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
    IO.println(left + right); // here
    one.join();
    other.join();
}
