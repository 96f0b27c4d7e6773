void main() throws InterruptedException {
    Object ready = new Object();
    Thread waiter =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (ready) {
                            try {
                                ready.wait();
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                    });
    waiter.join();
}
