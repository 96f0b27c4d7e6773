void main() {
    try (var pool = new ForkJoinPool(2)) {
        IO.println(pool.invoke(new Sum(0, 4)));
    }
}

static class Sum extends RecursiveTask<Integer> {
    final int from;
    final int to;
    int result;

    Sum(int from, int to) {
        this.from = from;
        this.to = to;
    }

    @Override
    protected Integer compute() {
        if (to - from == 1) {
            result = from;
            return from;
        }
        var left = new Sum(from, (from + to) / 2);
        var right = new Sum((from + to) / 2, to);
        left.fork();
        right.compute();
        left.join();
        result = left.result + right.result;
        return result;
    }
}
