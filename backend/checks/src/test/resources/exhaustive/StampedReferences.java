// outcomes: false true, true false
void main() throws InterruptedException {
    var reference = new AtomicStampedReference<>("a", 0);
    boolean[] isSet = new boolean[2];
    Thread one = Thread.ofPlatform().start(() ->
            isSet[0] = reference.compareAndSet("a", "b", 0, 1));
    Thread two = Thread.ofPlatform().start(() -> {
        int stamp = reference.getStamp();
        isSet[1] = reference.compareAndSet("a", "c", stamp, 0);
    });
    one.join();
    two.join();
    tell(isSet[0] + " " + isSet[1]);
}
