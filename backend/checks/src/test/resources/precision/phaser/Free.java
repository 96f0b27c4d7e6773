final Phaser phaser = new Phaser(2);
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        phaser.arrive();
    });
    phaser.arriveAndAwaitAdvance();
    IO.println(data);
    writer.join();
}
