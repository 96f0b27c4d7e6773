void main() throws InterruptedException {
    Object mine = new Object();
    Object other = new Object();
    Thread slow =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (mine) {
                            try {
                                Thread.sleep(400);
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                    });
    synchronized (other) {
        Thread.sleep(200);
    }
    slow.join();
    IO.println("done");
}
