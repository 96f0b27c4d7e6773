// ends: Completed, Threw, Stopped
void main() throws InterruptedException {
    Thread.ofPlatform().start(() -> {
        IO.println("leaving");
        System.exit(0);
    });
    Thread.sleep(Duration.ofDays(1));
}
