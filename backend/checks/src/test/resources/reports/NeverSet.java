// The threads go on and on, and nothing changes any more: a at line 6, main waits at line 10.
volatile boolean isStopped;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> {
        while (!isStopped) {
            Thread.onSpinWait();
        }
    });
    a.join();
}
