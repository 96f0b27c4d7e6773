final int[] numbers = IntStream.range(0, 200).map(i -> 200 - i).toArray();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        numbers[0] = 1; // here
    });
    IO.println(Arrays.toString(numbers)); // here
    other.join();
}
