void main() throws InterruptedException {
    Object counter = new Object();
    Thread slow =
            Thread.ofPlatform()
                    .start(() -> {
                        for (int i = 0; i < 5; i++) {
                            synchronized (counter) {
                                IO.println(i);
                            }
                            try {
                                Thread.sleep(60);
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                    });
    for (int i = 0; i < 5; i++) {
        synchronized (counter) {
            IO.println(-i);
        }
        Thread.sleep(50);
    }
    slow.join();
}
