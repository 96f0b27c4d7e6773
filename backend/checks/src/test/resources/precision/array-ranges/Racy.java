final int[] numbers = IntStream.range(0, 200).map(i -> 200 - i).toArray();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        Arrays.sort(numbers, 0, 101); // here
    });
    Arrays.sort(numbers, 100, 200); // here
    other.join();
}
