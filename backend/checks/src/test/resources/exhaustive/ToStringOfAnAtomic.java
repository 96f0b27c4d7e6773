// outcomes: 01, 10, 11
String seenX;
String seenY;

void main() throws InterruptedException {
    var x = new AtomicInteger();
    var y = new AtomicInteger();
    Thread one = Thread.ofPlatform().start(() -> {
        x.set(1);
        seenY = "" + y;
    });
    Thread two = Thread.ofPlatform().start(() -> {
        y.set(1);
        seenX = String.valueOf(x);
    });
    one.join();
    two.join();
    tell(seenX + seenY);
}
