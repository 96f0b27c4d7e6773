// a writes Config.instance at line 10, and b reads it at line 9; nothing orders the two.
// writes a Config at Config.get:10 < main lambda:17
// reads a Config at Config.get:9 < main lambda:18
// a reads Config.instance and then writes it, with no lock around the two: do both under one lock.
static class Config {
    static Config instance;

    static Config get() {
        if (instance == null) {
            instance = new Config();
        }
        return instance;
    }
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> Config.get());
    Thread b = Thread.ofPlatform().name("b").start(() -> Config.get());
    a.join();
    b.join();
}
