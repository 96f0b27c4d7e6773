void main() {
    try (var pool = new ForkJoinPool(2)) {
        pool.invoke(new Count(0, 4));
    }
    IO.println(Count.total);
}

static class Count extends RecursiveAction {
    static int total;
    final int from;
    final int to;

    Count(int from, int to) {
        this.from = from;
        this.to = to;
    }

    @Override
    protected void compute() {
        if (to - from == 1) {
            total += from; // here
            return;
        }
        invokeAll(new Count(from, (from + to) / 2), new Count((from + to) / 2, to));
    }
}
