// ends: TimedOut, OverLimit
void main() throws InterruptedException {
    Thread endless = Thread.ofPlatform().start(() -> {
        long turns = 0;
        while (turns >= 0) {
            turns = (turns + 1) % 1000;
        }
    });
    IO.println("waiting");
    endless.join();
}
