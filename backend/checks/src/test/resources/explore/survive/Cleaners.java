// ends: Completed
void main() throws InterruptedException {
    var cleaner = java.lang.ref.Cleaner.create();
    cleaner.register(new Object(), () -> IO.println("gone"));
    var queue = new java.lang.ref.ReferenceQueue<Object>();
    Thread waiter = Thread.ofPlatform().start(() -> {
        try {
            assert queue.remove(10) == null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    });
    IO.println(queue.poll());
    waiter.join();
}
