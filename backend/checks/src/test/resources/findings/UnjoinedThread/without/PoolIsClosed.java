import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

void main() {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 5; i++) {
            int number = i;
            pool.submit(() -> {
                Thread.sleep(200);
                IO.println(number);
                return number;
            });
        }
    }
}
