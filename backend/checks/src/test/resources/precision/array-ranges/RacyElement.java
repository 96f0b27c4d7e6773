final int[] numbers = IntStream.range(0, 200).map(i -> 200 - i).toArray();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        Arrays.fill(numbers, 0); // here
    });
    IO.println(numbers[150]); // here
    other.join();
}
