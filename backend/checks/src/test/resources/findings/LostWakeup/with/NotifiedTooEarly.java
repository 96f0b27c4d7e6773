void main() throws InterruptedException {
    Object ready = new Object();
    Thread waiter =
            Thread.ofPlatform()
                    .name("waiter")
                    .start(() -> {
                        try {
                            Thread.sleep(700);
                            synchronized (ready) {
                                ready.wait(); // here
                            }
                        } catch (InterruptedException e) {
                            return;
                        }
                        IO.println("goes on");
                    });
    synchronized (ready) {
        ready.notify(); // here
    }
    waiter.join();
}
