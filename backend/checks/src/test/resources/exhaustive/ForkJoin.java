// outcomes: 1, 2
void main() throws Exception {
    var count = new AtomicInteger();
    class Add extends RecursiveAction {
        @Override
        protected void compute() {
            count.set(count.get() + 1);
        }
    }
    try (var pool = new ForkJoinPool(2)) {
        var one = pool.submit(new Add());
        var two = pool.submit(new Add());
        one.join();
        two.join();
    }
    tell("" + count.get());
}
