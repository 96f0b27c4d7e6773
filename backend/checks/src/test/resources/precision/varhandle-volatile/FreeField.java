void main() throws InterruptedException {
    var box = new Box();
    Thread other = Thread.ofPlatform().start(() -> {
        box.data = 42;
        Box.READY.setVolatile(box, true);
    });
    if ((boolean) Box.READY.getVolatile(box)) {
        IO.println(box.data);
    }
    other.join();
}

static class Box {
    static final VarHandle READY;
    boolean ready;
    int data;

    static {
        try {
            READY = MethodHandles.lookup().findVarHandle(Box.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
