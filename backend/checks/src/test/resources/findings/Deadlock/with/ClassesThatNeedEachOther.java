import java.util.concurrent.CountDownLatch;

static final CountDownLatch bothBegan = new CountDownLatch(2);

static void meet() {
    bothBegan.countDown();
    try {
        bothBegan.await();
    } catch (InterruptedException e) {
        throw new IllegalStateException(e);
    }
}

static class Left {
    static int value;

    static {
        meet();
        value = Right.value + 1;
    }
}

static class Right {
    static int value;

    static {
        meet();
        value = Left.value + 1;
    }
}

void main() throws InterruptedException {
    Thread left = Thread.ofPlatform().start(() -> IO.println(Left.value));
    Thread right = Thread.ofPlatform().start(() -> IO.println(Right.value));
    left.join();
    right.join();
}
