final BlockingDeque<Integer> deque = new LinkedBlockingDeque<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> deque.push(1));
    IO.println(deque.peek());
    other.join();
}
