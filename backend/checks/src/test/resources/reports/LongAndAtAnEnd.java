// nothing
volatile int turns;

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> {
        for (int i = 0; i < 2_500; i++) {
            turns++;
        }
    });
    a.join();
}
