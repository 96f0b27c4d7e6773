// outcomes: one true, two false, two true
static volatile boolean isReady;

static class Holder {
    static final String MAKER = Thread.currentThread().getName();
    static final boolean WAS_READY = isReady;
}

void main() throws InterruptedException {
    var seen = new AtomicReferenceArray<String>(2);
    Thread one = Thread.ofPlatform().name("one").start(() -> {
        isReady = true;
        seen.set(0, Holder.MAKER);
    });
    Thread two = Thread.ofPlatform().name("two").start(() -> seen.set(1, Holder.MAKER));
    one.join();
    two.join();
    tell(Holder.MAKER + " " + Holder.WAS_READY);
}
