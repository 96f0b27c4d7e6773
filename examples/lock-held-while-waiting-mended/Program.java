final Object board = new Object();
String price = "unknown"; // guarded by board

void main() throws InterruptedException {
    Thread updater = Thread.ofPlatform().name("updater").start(this::update);
    Thread reader = Thread.ofPlatform().name("reader").start(this::read);
    updater.join();
    reader.join();
}

void update() {
    String fetched = fetchPrice(); // first the slow part, with no lock
    synchronized (board) {
        price = fetched;
    }
}

void read() {
    pause(70); // comes a little later
    synchronized (board) {
        IO.println("The price is " + price);
    }
}

String fetchPrice() {
    pause(250); // stands for the network
    return "42";
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
