final int[] numbers = IntStream.range(0, 200).map(i -> 200 - i).toArray();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        Arrays.sort(numbers, 0, 100);
    });
    Arrays.sort(numbers, 100, 200);
    numbers[100]++;
    other.join();
}
