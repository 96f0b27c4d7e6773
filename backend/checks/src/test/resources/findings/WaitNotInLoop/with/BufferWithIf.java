import java.util.ArrayDeque;

ArrayDeque<Integer> queue = new ArrayDeque<>();

synchronized void put(int element) {
    queue.add(element);
    notify();
}

synchronized int take() throws InterruptedException {
    if (queue.isEmpty()) {
        wait(); // here
    }
    return queue.remove();
}

void main() throws InterruptedException {
    Thread producer =
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            Thread.sleep(300);
                        } catch (InterruptedException e) {
                            return;
                        }
                        put(1);
                    });
    IO.println(take());
    producer.join();
}
