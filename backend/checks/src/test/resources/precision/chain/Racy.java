final CountDownLatch first = new CountDownLatch(1);
final BlockingQueue<String> second = new LinkedBlockingQueue<>();
int data;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> {
        data = 42; // here
        first.countDown();
    });
    Thread two = Thread.ofPlatform().start(() -> second.add("go on")); // has not waited
    second.take();
    IO.println(data); // here
    one.join();
    two.join();
}
