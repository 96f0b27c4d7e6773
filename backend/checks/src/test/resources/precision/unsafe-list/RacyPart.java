final List<Integer> numbers = new ArrayList<>(List.of(1, 2));
final List<Integer> part = numbers.subList(0, 1);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        part.set(0, 3); // unsafe
    });
    IO.println(numbers.get(1)); // unsafe
    other.join();
}
