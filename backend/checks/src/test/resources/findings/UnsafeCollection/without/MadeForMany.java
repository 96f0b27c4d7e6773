import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

void main() throws InterruptedException {
    Map<Integer, Integer> counts = new ConcurrentHashMap<>();
    Runnable work =
            () -> {
                for (int i = 0; i < 50_000; i++) {
                    counts.merge(i % 10, 1, Integer::sum);
                }
            };
    Thread one = Thread.ofPlatform().start(work);
    Thread other = Thread.ofPlatform().start(work);
    one.join();
    other.join();
    IO.println(counts.get(0));
}
