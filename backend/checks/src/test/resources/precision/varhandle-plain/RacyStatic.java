void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> Box.CONTENT.set(1)); // here
    int seen = Box.content; // here
    other.join();
    IO.println(seen);
}

static class Box {
    static final VarHandle CONTENT;
    static int content;

    static {
        try {
            CONTENT = MethodHandles.lookup().findStaticVarHandle(Box.class, "content", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
