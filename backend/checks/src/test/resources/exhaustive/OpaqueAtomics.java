// outcomes: 01, 10, 11
int seenX;
int seenY;

void main() throws InterruptedException {
    var x = new AtomicInteger();
    var y = new AtomicInteger();
    Thread one = Thread.ofPlatform().start(() -> {
        x.setOpaque(1);
        seenY = y.getOpaque();
    });
    Thread two = Thread.ofPlatform().start(() -> {
        y.setPlain(1);
        seenX = x.getPlain();
    });
    one.join();
    two.join();
    tell("" + seenX + seenY);
}
