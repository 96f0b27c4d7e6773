final Deque<Integer> deque = new ArrayDeque<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> deque.push(1)); // unsafe
    IO.println(deque.peek()); // unsafe
    other.join();
}
