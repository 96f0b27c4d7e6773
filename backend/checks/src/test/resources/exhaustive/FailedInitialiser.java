// outcomes: one, two
static class Broken {
    static final int VALUE = Integer.parseInt("none");
}

void main() throws InterruptedException {
    var first = new AtomicReference<String>();
    Runnable use = () -> {
        try {
            int _ = Broken.VALUE;
        } catch (ExceptionInInitializerError e) {
            first.set(Thread.currentThread().getName());
        } catch (NoClassDefFoundError e) {
            return;
        }
    };
    Thread one = Thread.ofPlatform().name("one").start(use);
    Thread two = Thread.ofPlatform().name("two").start(use);
    one.join();
    two.join();
    tell(first.get());
}
