// fails: Threw
final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

void main() throws InterruptedException {
    Thread producer = Thread.ofPlatform().start(() -> queue.add("message"));
    String message = queue.poll(100, TimeUnit.MILLISECONDS);
    producer.join();
    assert message != null : "nothing came in time";
}
