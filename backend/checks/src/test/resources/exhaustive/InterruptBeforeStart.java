// outcomes: false, true
void main() throws InterruptedException {
    var seen = new boolean[1];
    Thread one = Thread.ofPlatform().unstarted(() -> seen[0] = Thread.interrupted());
    Thread two = Thread.ofPlatform().start(one::interrupt);
    one.start();
    one.join();
    two.join();
    tell("" + seen[0]);
}
