void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> IO.println(Config.limit)); // here
    Config.limit = 6; // here
    other.join();
}

static class Config {
    static int limit;

    static {
        limit = 5;
    }
}
