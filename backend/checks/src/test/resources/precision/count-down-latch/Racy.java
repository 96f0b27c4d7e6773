final CountDownLatch latch = new CountDownLatch(1);
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        latch.countDown();
        data = 1; // here
    });
    latch.await();
    IO.println(data); // here
    writer.join();
}
