// prints: 6
import java.util.*;

class BoundedBuffer<T> {
    private final Deque<T> items = new ArrayDeque<>();
    private final int capacity;

    BoundedBuffer(int capacity) { this.capacity = capacity; }

    synchronized void put(T item) throws InterruptedException {
        while (items.size() == capacity) wait();
        items.addLast(item);
        notifyAll();
    }

    synchronized T take() throws InterruptedException {
        while (items.isEmpty()) wait();
        T item = items.removeFirst();
        notifyAll();
        return item;
    }
}

public class Main {
    public static void main(String[] args) throws InterruptedException {
        var buffer = new BoundedBuffer<Integer>(1);
        Thread producer = new Thread(() -> {
            try {
                for (int i = 0; i < 4; i++) buffer.put(i);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "producer");
        producer.start();
        int sum = 0;
        for (int i = 0; i < 4; i++) sum += buffer.take();
        producer.join();
        System.out.println(sum);
    }
}
