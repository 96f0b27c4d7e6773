// fails: Threw
void main() throws Exception {
    var task = new FutureTask<>(Settings::get);
    Thread other = Thread.ofPlatform().start(task);
    assert Settings.get().size == 3;
    assert task.get().size == 3;
    other.join();
}

static class Settings {
    private static volatile Settings instance;
    volatile int size;

    static Settings get() {
        if (instance == null) {
            synchronized (Settings.class) {
                if (instance == null) {
                    instance = new Settings(); // everybody sees it from here on
                    instance.size = 3;
                }
            }
        }
        return instance;
    }
}
