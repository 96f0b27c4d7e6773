// outcomes: false, true
volatile boolean isOver;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().unstarted(() -> isOver = true);
    Thread two = Thread.ofPlatform().start(one::start);
    one.join();
    boolean wasOver = isOver;
    two.join();
    one.join();
    tell("" + wasOver);
}
