void main() throws InterruptedException {
    Object gate = new Object();
    Object a = new Object();
    Object b = new Object();
    Thread one =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (gate) {
                            synchronized (a) {
                                synchronized (b) {
                                    IO.println("a, then b");
                                }
                            }
                        }
                    });
    Thread other =
            Thread.ofPlatform()
                    .start(() -> {
                        synchronized (gate) {
                            synchronized (b) {
                                synchronized (a) {
                                    IO.println("b, then a");
                                }
                            }
                        }
                    });
    one.join();
    other.join();
}
