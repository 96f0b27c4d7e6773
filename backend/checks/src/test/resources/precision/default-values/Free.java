final AtomicReference<Box> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> shared.setOpaque(new Box()));
    Box seen = shared.getOpaque();
    if (seen != null) {
        IO.println(seen.content); // nobody ever wrote it: 0 is there before everything
    }
    maker.join();
}

static class Box {
    int content;
}
