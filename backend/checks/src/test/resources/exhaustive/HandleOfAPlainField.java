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

    int value;
}

void main() throws InterruptedException {
    var box = new Box();
    Thread one = Thread.ofPlatform().start(() -> {
        Box.VALUE.setVolatile(box, 1);
        int _ = (int) Box.VALUE.getAndAdd(box, 1);
    });
    int seen = (int) Box.VALUE.get(box);
    one.join();
    tell("" + seen);
}
