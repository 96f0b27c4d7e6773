// outcomes: false, true
volatile boolean isOver;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> isOver = true);
    one.join(10);
    boolean isAlive = one.isAlive();
    one.join();
    tell("" + isAlive);
}
