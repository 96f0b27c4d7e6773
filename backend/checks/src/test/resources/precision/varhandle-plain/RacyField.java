void main() throws InterruptedException {
    var box = new Box();
    Thread other = Thread.ofPlatform().start(() -> Box.CONTENT.set(box, 1)); // here
    int seen = box.content; // here
    other.join();
    IO.println(seen);
}

static class Box {
    static final VarHandle CONTENT;
    int content;

    static {
        try {
            CONTENT = MethodHandles.lookup().findVarHandle(Box.class, "content", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
