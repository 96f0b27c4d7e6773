import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

void main() {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        for (int i = 0; i < 6; i++) {
            int number = i;
            pool.submit(() -> {
                Thread.sleep(200);
                IO.println("answer " + number);
                return number;
            });
        }
    }
}
