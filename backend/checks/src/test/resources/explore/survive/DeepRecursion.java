// ends: Completed
int depth;

void main() throws InterruptedException {
    Thread deep = Thread.ofPlatform().start(() -> {
        try {
            down();
        } catch (StackOverflowError e) {
            IO.println("deep enough");
        }
    });
    deep.join();
}

void down() {
    depth++;
    down();
}
