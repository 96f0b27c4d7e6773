// outcomes: 0, 1, 2
static class Box {
    static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findStaticVarHandle(Box.class, "value", int.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static volatile int value;
}

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> {
        boolean _ = Box.VALUE.compareAndSet(0, 1);
        int _ = (int) Box.VALUE.getAndAdd(1);
    });
    int seen = Box.value;
    one.join();
    tell("" + seen);
}
