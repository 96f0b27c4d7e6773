import java.util.ArrayList;
import java.util.List;

void main() throws InterruptedException {
    List<Object> forks = List.of(new Object(), new Object(), new Object());
    List<Thread> philosophers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
        int seat = i;
        Object left = forks.get(i);
        Object right = forks.get((i + 1) % 3);
        philosophers.add(
                Thread.ofPlatform()
                        .name("philosopher-" + i)
                        .start(() -> {
                            try {
                                Thread.sleep((2 - seat) * 500 + 300);
                            } catch (InterruptedException e) {
                                return;
                            }
                            synchronized (left) {
                                synchronized (right) { // here
                                    IO.println(seat + " eats");
                                }
                            }
                        }));
    }
    for (Thread philosopher : philosophers) {
        philosopher.join();
    }
}
