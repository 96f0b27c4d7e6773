void main() throws InterruptedException {
    Object monitor = new Object();
    Thread sleeper =
            Thread.ofVirtual()
                    .start(() -> {
                        synchronized (monitor) {
                            try {
                                Thread.sleep(300);
                            } catch (InterruptedException e) {
                                return;
                            }
                        }
                        IO.println("slept");
                    });
    sleeper.join();
}
