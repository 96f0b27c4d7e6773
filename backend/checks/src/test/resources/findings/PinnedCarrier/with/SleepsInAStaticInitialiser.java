static class Settings {
    static final String VALUE;

    static {
        try {
            Thread.sleep(600); // here
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        VALUE = "loaded";
    }
}

void main() throws InterruptedException {
    Thread reader = Thread.ofVirtual().name("reader").start(() -> IO.println(Settings.VALUE));
    reader.join();
}
