import java.util.concurrent.ForkJoinPool;

void main() {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
        for (int i = 0; i < 6; i++) {
            int number = i;
            pool.submit(() -> {
                try {
                    Thread.sleep(400); // here
                } catch (InterruptedException e) {
                    return;
                }
                IO.println("answer " + number);
            });
        }
    }
}
