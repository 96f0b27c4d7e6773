// ends: Completed
void main() {
    Thread.ofPlatform().daemon().start(() -> {
        while (true) {
            LockSupport.parkNanos(1_000_000);
        }
    });
    IO.println("done");
}
