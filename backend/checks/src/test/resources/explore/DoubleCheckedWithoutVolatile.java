// fails: DataRace
void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(Settings::get);
    Settings.get();
    other.join();
}

static class Settings {
    private static Settings instance;

    static Settings get() {
        if (instance == null) {
            synchronized (Settings.class) {
                if (instance == null) {
                    instance = new Settings();
                }
            }
        }
        return instance;
    }
}
