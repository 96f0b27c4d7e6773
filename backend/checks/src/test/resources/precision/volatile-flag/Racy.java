boolean ready;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> ready = true); // here
    if (ready) { // here
        IO.println("ready already");
    }
    writer.join();
}
