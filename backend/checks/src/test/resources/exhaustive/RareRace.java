// fails: DataRace
int value;

void main() throws InterruptedException {
    var isSet = new AtomicBoolean();
    var isSeen = new AtomicBoolean();
    Thread one = Thread.ofPlatform().start(() -> {
        isSet.set(true);
        if (isSeen.get()) {
            value = 1;
        }
    });
    if (isSet.get()) {
        isSeen.set(true);
        value = 2;
    }
    one.join();
}
