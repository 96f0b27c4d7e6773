import java.util.HashMap;
import java.util.Map;

void main() throws InterruptedException {
    Map<Integer, Integer> counts = new HashMap<>();
    Runnable work =
            () -> {
                for (int i = 0; i < 2_000; i++) {
                    synchronized (counts) {
                        counts.merge(i % 10, 1, Integer::sum);
                    }
                }
            };
    Thread one = Thread.ofPlatform().start(work);
    Thread other = Thread.ofPlatform().start(work);
    one.join();
    other.join();
    IO.println(counts.get(0));
}
