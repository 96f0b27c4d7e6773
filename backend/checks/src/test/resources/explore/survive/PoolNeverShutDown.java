// ends: Completed, Deadlocked, Stopped, TimedOut
void main() throws Exception {
    var pool = Executors.newFixedThreadPool(2);
    IO.println(pool.submit(() -> 42).get());
}
