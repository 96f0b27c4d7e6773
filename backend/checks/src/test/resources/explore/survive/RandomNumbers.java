// ends: Completed
void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        IO.println(ThreadLocalRandom.current().nextInt());
    });
    other.join();
    IO.println(Math.random());
    IO.println(new Random().nextInt());
    IO.println(UUID.randomUUID());
    IO.println(ThreadLocalRandom.current().nextLong());
    IO.println(new SplittableRandom().nextInt());
    var list = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
    Collections.shuffle(list);
    IO.println(list);
}
