void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> IO.println(Settings.get().size));
    IO.println(Settings.get().size);
    other.join();
}

static class Settings {
    private static Settings instance;
    int size = 3;

    static synchronized Settings get() {
        if (instance == null) {
            instance = new Settings();
        }
        return instance;
    }
}
