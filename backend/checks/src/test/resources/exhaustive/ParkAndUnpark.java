// outcomes: 0, 1
volatile int parked;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> {
        LockSupport.park();
        parked = 1;
        LockSupport.parkNanos(1_000_000);
        parked = 2;
    });
    LockSupport.unpark(one);
    int seen = parked;
    one.join();
    tell("" + Math.min(1, seen));
}
