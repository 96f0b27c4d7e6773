// fails: DataRace
int value;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> value = 1);
    int _ = value;
    one.join();
}
