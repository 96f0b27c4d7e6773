// outcomes: false, true
volatile int nothing;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> nothing = 1);
    boolean isAlive = one.isAlive();
    one.join();
    tell("" + isAlive);
}
