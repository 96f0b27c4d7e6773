import java.util.concurrent.CountDownLatch;

static final CountDownLatch loaded = new CountDownLatch(1);

static class Cache {
    static int size;

    static {
        try {
            loaded.await(); // here
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        size = 7;
    }
}

void main() throws InterruptedException {
    Thread reader = Thread.ofVirtual().name("reader").start(() -> IO.println(Cache.size));
    Thread.sleep(700);
    loaded.countDown();
    reader.join();
}
