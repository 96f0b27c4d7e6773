// ends: Completed, Threw, Deadlocked
void main() throws InterruptedException {
    Thread stubborn = Thread.ofPlatform().daemon().start(() -> {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (Throwable e) {
                IO.println("still here");
            } finally {
                IO.println("for ever");
            }
        }
    });
    stubborn.interrupt();
    IO.println("done");
}
