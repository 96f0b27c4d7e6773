// No end after 20,000 steps, in the last 16,000 of which everybody had a turn: a between lines 7 and 8, main waits at line 14. Other schedules end in less than a quarter of that.
volatile boolean isStopped;
volatile int turns;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> {
        while (!isStopped) {
            turns++;
        }
    });
    if (turns == 0) {
        isStopped = true;
    }
    a.join();
}
