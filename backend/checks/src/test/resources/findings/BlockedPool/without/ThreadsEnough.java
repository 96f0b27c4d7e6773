import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

void main() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        Future<Integer> outer =
                pool.submit(() -> {
                    Future<Integer> inner = pool.submit(() -> 21);
                    return 2 * inner.get();
                });
        IO.println(outer.get());
    }
}
