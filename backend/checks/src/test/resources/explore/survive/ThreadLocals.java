// ends: Completed
static final ThreadLocal<Integer> OWN = ThreadLocal.withInitial(() -> 1);
static final InheritableThreadLocal<String> TOLD = new InheritableThreadLocal<>();

void main() throws InterruptedException {
    OWN.set(2);
    TOLD.set("by the parent");
    Thread one = Thread.ofPlatform().start(() -> IO.println(OWN.get() + " " + TOLD.get()));
    one.join();
    Thread other = Thread.ofVirtual().start(() -> IO.println(OWN.get() + " " + TOLD.get()));
    other.join();
    IO.println(OWN.get());
}
