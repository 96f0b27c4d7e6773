// nothing
static class Config {
    static final Config instance = new Config();

    static Config get() {
        return instance;
    }
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> Config.get());
    Thread b = Thread.ofPlatform().name("b").start(() -> Config.get());
    a.join();
    b.join();
}
