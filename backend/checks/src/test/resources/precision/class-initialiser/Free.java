void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> IO.println(Config.limit));
    IO.println(Config.limit + Config.names.size());
    other.join();
}

static class Config {
    static int limit;
    static List<String> names = new ArrayList<>();

    static {
        limit = 5;
        names.add("five");
    }
}
