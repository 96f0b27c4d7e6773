final List<String> names = Arrays.asList("Ann", "Bob");

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        names.set(0, "Cid"); // here
    });
    IO.println(names.get(0)); // here
    other.join();
}
