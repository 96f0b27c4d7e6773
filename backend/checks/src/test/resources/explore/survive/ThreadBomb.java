// ends: OverLimit
void main() {
    while (true) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
