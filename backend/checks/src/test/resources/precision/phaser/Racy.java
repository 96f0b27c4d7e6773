final Phaser phaser = new Phaser(2);
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        phaser.arrive();
        data = 42; // here
    });
    phaser.arriveAndAwaitAdvance();
    IO.println(data); // here
    writer.join();
}
