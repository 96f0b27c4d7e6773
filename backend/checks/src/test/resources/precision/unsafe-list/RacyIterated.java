final List<Integer> numbers = new ArrayList<>(List.of(1, 2));

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        numbers.add(3); // unsafe
    });
    for (int number : numbers) { // unsafe
        IO.println(number);
    }
    other.join();
}
