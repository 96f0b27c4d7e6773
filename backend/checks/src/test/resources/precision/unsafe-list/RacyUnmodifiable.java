final List<Integer> numbers = new ArrayList<>(List.of(1, 2));
final List<Integer> seen = Collections.unmodifiableList(numbers);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        numbers.add(3); // unsafe
    });
    IO.println(seen.size()); // unsafe
    other.join();
}
