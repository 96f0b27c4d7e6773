// fails: UncaughtException
void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> {
        throw new IllegalStateException("seen by nobody yet");
    });
    Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
    one.join();
}
