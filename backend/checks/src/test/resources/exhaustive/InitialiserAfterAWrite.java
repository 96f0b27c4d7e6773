// outcomes: one, two, none
volatile boolean isReady;

static class Holder {
    static final String MAKER = Thread.currentThread().getName();
}

void main() throws InterruptedException {
    var seen = new AtomicReference<>("none");
    Thread one = Thread.ofPlatform().name("one").start(() -> {
        isReady = true;
        String _ = Holder.MAKER;
    });
    Thread two = Thread.ofPlatform().name("two").start(() -> {
        if (isReady) {
            seen.set(Holder.MAKER);
        }
    });
    one.join();
    two.join();
    tell(seen.get());
}
