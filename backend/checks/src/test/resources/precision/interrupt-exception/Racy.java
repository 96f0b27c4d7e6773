int data;

void main() throws InterruptedException {
    Thread sleeper = Thread.ofPlatform().start(() -> {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            IO.println(data); // here
        }
    });
    sleeper.interrupt();
    data = 1; // here
    sleeper.join();
}
