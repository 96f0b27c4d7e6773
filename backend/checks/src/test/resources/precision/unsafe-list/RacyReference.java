final List<Integer> numbers = new ArrayList<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        IntStream.range(0, 2).boxed().forEach(numbers::add); // unsafe
    });
    numbers.add(3); // unsafe
    other.join();
}
