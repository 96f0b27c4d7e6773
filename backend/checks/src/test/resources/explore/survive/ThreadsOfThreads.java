// ends: Completed
void main() throws InterruptedException {
    start(3);
}

void start(int depth) {
    if (depth == 0) {
        IO.println("leaf");
        return;
    }
    Thread one = Thread.ofPlatform().start(() -> start(depth - 1));
    Thread other = Thread.ofVirtual().start(() -> start(depth - 1));
    try {
        one.join();
        other.join();
    } catch (InterruptedException e) {
        throw new IllegalStateException(e);
    }
}
