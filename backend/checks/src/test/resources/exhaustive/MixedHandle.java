// outcomes: 0, 1, 2
static class Box {
    static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Box.class, "value", int.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    volatile int value;
}

void main() throws InterruptedException {
    var box = new Box();
    Thread one = Thread.ofPlatform().start(() -> {
        boolean _ = Box.VALUE.compareAndSet(box, 0, 1);
        int _ = (int) Box.VALUE.getAndAdd(box, 1);
    });
    int seen = box.value;
    one.join();
    tell("" + seen);
}
