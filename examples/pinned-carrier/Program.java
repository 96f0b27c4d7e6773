void main() throws InterruptedException {
    Thread reader = Thread.ofVirtual().name("reader").start(() -> {
        IO.println("The language is " + Settings.LANGUAGE); // the first use loads it
    });
    reader.join();
}

class Settings {
    static final String LANGUAGE = load(); // runs in the class initialiser

    static String load() {
        try {
            Thread.sleep(150); // stands for the network
            return "en";
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts us here", e);
        }
    }
}
