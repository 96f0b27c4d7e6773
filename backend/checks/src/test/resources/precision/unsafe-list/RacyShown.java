final List<Integer> numbers = new ArrayList<>(List.of(1, 2));

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        numbers.add(3); // unsafe
    });
    IO.println("All: " + numbers); // unsafe
    other.join();
}
