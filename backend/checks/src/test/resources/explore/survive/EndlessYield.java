// ends: TimedOut, OverLimit
volatile boolean isOver;

void main() {
    while (!isOver) {
        Thread.yield();
    }
}
