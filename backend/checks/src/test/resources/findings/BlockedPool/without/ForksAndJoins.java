import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

static class Sum extends RecursiveTask<Long> {
    final int from;
    final int to;

    Sum(int from, int to) {
        this.from = from;
        this.to = to;
    }

    @Override
    protected Long compute() {
        if (to - from < 1_000) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += i;
            }
            return sum;
        }
        int middle = (from + to) / 2;
        Sum left = new Sum(from, middle);
        left.fork();
        long right = new Sum(middle, to).compute();
        return left.join() + right;
    }
}

void main() {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
        IO.println(pool.invoke(new Sum(0, 100_000)));
    }
}
