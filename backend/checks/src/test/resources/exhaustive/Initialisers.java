// outcomes: one, two
static class Holder {
    static final String MAKER = Thread.currentThread().getName();
    static volatile int used = 1;
}

void main() throws InterruptedException {
    Runnable use = () -> Holder.used++;
    Thread one = Thread.ofPlatform().name("one").start(use);
    Thread two = Thread.ofPlatform().name("two").start(use);
    one.join();
    two.join();
    tell(Holder.MAKER);
}
