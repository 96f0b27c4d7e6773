// outcomes: ab 0, ba 0
void main() throws InterruptedException {
    Queue<String> queue = new ConcurrentLinkedQueue<>();
    Thread one = Thread.ofPlatform().start(() -> queue.add("a"));
    Thread two = Thread.ofPlatform().start(() -> queue.add("b"));
    one.join();
    two.join();
    tell(queue.poll() + queue.poll() + " " + queue.size());
}
