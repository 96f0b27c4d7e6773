// fails: UncaughtException
volatile boolean isOver;

void main() {
    Thread.ofPlatform().daemon().start(() -> {
        if (isOver) {
            throw new IllegalStateException("after main has said so");
        }
    });
    isOver = true;
}
