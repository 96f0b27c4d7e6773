// outcomes: awake false, awake true, interrupted false
void main() throws InterruptedException {
    var seen = new String[1];
    Thread one = Thread.ofPlatform().start(() -> {
        try {
            Thread.sleep(10);
            seen[0] = "awake";
        } catch (InterruptedException e) {
            seen[0] = "interrupted";
        }
        seen[0] += " " + Thread.currentThread().isInterrupted();
    });
    one.interrupt();
    one.join();
    tell(seen[0]);
}
