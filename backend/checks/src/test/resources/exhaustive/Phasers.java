// outcomes: 0, 1, 2
void main() throws InterruptedException {
    var phaser = new Phaser(1);
    Thread one = Thread.ofPlatform().start(() -> {
        phaser.arrive();
        phaser.arrive();
    });
    int phase = phaser.getPhase();
    one.join();
    tell("" + phase);
}
