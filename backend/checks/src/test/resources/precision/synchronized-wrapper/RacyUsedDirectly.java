final List<Integer> numbers = new ArrayList<>();
final List<Integer> guarded = Collections.synchronizedList(numbers);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        guarded.add(1); // unsafe
    });
    IO.println(numbers.size()); // unsafe
    other.join();
}
