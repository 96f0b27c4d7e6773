void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> IO.println(Settings.get().size));
    IO.println(Settings.get().size);
    other.join();
}

static class Settings {
    int size = 3;

    static Settings get() {
        return Holder.INSTANCE;
    }

    private static class Holder {
        static final Settings INSTANCE = new Settings();
    }
}
