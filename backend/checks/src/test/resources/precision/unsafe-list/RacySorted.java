final List<Integer> numbers = new ArrayList<>(List.of(1, 2));

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        Collections.sort(numbers); // unsafe
    });
    IO.println(numbers.contains(2)); // unsafe
    other.join();
}
