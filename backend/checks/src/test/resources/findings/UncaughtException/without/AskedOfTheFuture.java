import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

void main() throws InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
        Future<Integer> result = pool.submit(() -> Integer.parseInt("forty-two"));
        try {
            IO.println(result.get());
        } catch (ExecutionException e) {
            IO.println("failed: " + e.getCause().getMessage());
        }
    }
}
