// outcomes: false, true
void main() throws InterruptedException {
    var seen = new boolean[1];
    Thread one = Thread.ofPlatform().start(() -> seen[0] = Thread.currentThread().isInterrupted());
    one.interrupt();
    one.join();
    tell("" + seen[0]);
}
