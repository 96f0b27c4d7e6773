final int[] numbers = IntStream.range(0, 200).map(i -> 200 - i).toArray();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        numbers[150]++; // here
    });
    IO.println(Arrays.stream(numbers).sum()); // here
    other.join();
}
