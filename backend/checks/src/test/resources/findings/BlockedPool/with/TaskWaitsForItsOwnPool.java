import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

void main() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Future<Integer> outer =
            pool.submit(() -> {
                Future<Integer> inner = pool.submit(() -> 21);
                return 2 * inner.get(); // here
            });
    IO.println(outer.get());
    pool.shutdown();
}
