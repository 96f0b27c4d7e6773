import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

void main() {
    Thread.ofPlatform()
            .daemon()
            .start(() -> {
                while (true) {
                    try {
                        Thread.sleep(50);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.submit(() -> {
        Thread.sleep(400);
        IO.println("task");
        return 1;
    });
    pool.shutdown();
}
