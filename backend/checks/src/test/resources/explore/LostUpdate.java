// fails: DataRace
int count;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> count++);
    count++;
    other.join();
    assert count == 2 : count;
}
