final List<String> names = Arrays.asList("Ann", "Bob");

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        names.set(0, "Cid");
    });
    IO.println(names.get(1));
    other.join();
}
