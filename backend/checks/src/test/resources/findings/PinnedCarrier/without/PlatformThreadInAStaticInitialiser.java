static class Settings {
    static final String VALUE;

    static {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        VALUE = "loaded";
    }
}

void main() throws InterruptedException {
    Thread reader = Thread.ofPlatform().start(() -> IO.println(Settings.VALUE));
    reader.join();
}
