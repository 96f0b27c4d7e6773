void main() throws InterruptedException {
    Object a = new Object();
    Object b = new Object();
    Thread first =
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            Thread.sleep(300);
                        } catch (InterruptedException e) {
                            return;
                        }
                        synchronized (a) {
                            synchronized (b) {
                                IO.println("a, then b");
                            }
                        }
                    });
    first.join();
    Thread second =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (b) {
                            synchronized (a) {
                                IO.println("b, then a");
                            }
                        }
                    });
    second.join();
}
