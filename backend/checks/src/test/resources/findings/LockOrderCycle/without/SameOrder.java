void main() throws InterruptedException {
    Object a = new Object();
    Object b = new Object();
    Runnable both =
            () -> {
                synchronized (a) {
                    synchronized (b) {
                        IO.println("both");
                    }
                }
            };
    Thread one = Thread.ofPlatform().start(both);
    Thread other = Thread.ofPlatform().start(both);
    one.join();
    other.join();
}
