// fails: Deadlocked
void main() throws Exception {
    var pool = Executors.newFixedThreadPool(2);
    Future<?> one = pool.submit(() -> nested(pool));
    Future<?> other = pool.submit(() -> nested(pool));
    one.get();
    other.get();
    pool.close();
}

int nested(ExecutorService pool) throws Exception {
    return pool.submit(() -> 1).get(); // if both threads wait here, nobody is left
}
