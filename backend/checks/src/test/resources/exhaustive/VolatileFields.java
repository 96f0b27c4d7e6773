// outcomes: 01, 10, 11
volatile int x;
volatile int y;
int seenX;
int seenY;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> {
        x = 1;
        seenY = y;
    });
    Thread two = Thread.ofPlatform().start(() -> {
        y = 1;
        seenX = x;
    });
    one.join();
    two.join();
    tell("" + seenX + seenY);
}
