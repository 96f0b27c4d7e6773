import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

void main() {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        pool.execute(() -> IO.println("fine"));
        pool.execute(() -> {
            throw new IllegalStateException("no more"); // here
        });
    }
}
