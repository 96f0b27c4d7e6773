import java.util.ArrayDeque;

ArrayDeque<Integer> queue = new ArrayDeque<>();

synchronized void put(int element) {
    queue.add(element);
    notifyAll();
}

synchronized int take() throws InterruptedException {
    while (queue.isEmpty()) {
        wait();
    }
    int element = queue.remove();
    notifyAll();
    return element;
}

void main() throws InterruptedException {
    Thread producer =
            Thread.ofPlatform()
                    .start(() -> {
                        for (int i = 0; i < 3; i++) {
                            put(i);
                        }
                    });
    producer.join();
    for (int i = 0; i < 4; i++) {
        IO.println(take());
    }
}
