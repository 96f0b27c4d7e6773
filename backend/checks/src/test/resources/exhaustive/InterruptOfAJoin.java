// outcomes: ended false, ended true, interrupted false
volatile boolean isOver;

void main() throws InterruptedException {
    var seen = new String[1];
    Thread short1 = Thread.ofPlatform().start(() -> isOver = true);
    Thread one = Thread.ofPlatform().start(() -> {
        try {
            short1.join();
            seen[0] = "ended";
        } catch (InterruptedException e) {
            seen[0] = "interrupted";
        }
        seen[0] += " " + Thread.currentThread().isInterrupted();
    });
    one.interrupt();
    one.join();
    tell(seen[0]);
}
