final AtomicReference<Box> shared = new AtomicReference<>();

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> shared.setOpaque(new Box()));
    Box seen = shared.getOpaque();
    if (seen != null) {
        IO.println(seen.content); // here
    }
    maker.join();
}

static class Box {
    int content = 1; // here
}
