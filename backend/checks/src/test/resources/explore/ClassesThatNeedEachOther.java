// fails: Deadlock
void main() throws InterruptedException {
    Thread hen = Thread.ofPlatform().start(() -> IO.println(Hen.eggs));
    IO.println(Egg.hens);
    hen.join();
}

static class Hen {
    static int eggs = Egg.hens + 1;
}

static class Egg {
    static int hens = Hen.eggs + 1;
}
