void main() throws InterruptedException {
    Thread reader = Thread.ofVirtual().name("reader").start(() -> {
        Settings settings = Settings.load(); // an ordinary call
        IO.println("The language is " + settings.language());
    });
    reader.join();
}

record Settings(String language) {
    static Settings load() {
        try {
            Thread.sleep(150); // stands for the network
            return new Settings("en");
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts us here", e);
        }
    }
}
