// fails: DataRace
boolean isOver; // ought to be volatile

void main() throws InterruptedException {
    Thread worker = Thread.ofPlatform().start(() -> {
        long turns = 0;
        while (!isOver) {
            turns++;
        }
        IO.println("stopped");
    });
    Thread.sleep(100);
    isOver = true;
    worker.join();
}
