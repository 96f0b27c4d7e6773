final CountDownLatch first = new CountDownLatch(1);
final BlockingQueue<String> second = new LinkedBlockingQueue<>();
int data;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> {
        data = 42;
        first.countDown();
    });
    Thread two = Thread.ofPlatform().start(() -> {
        try {
            first.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        second.add("go on");
    });
    second.take();
    IO.println(data);
    one.join();
    two.join();
}
