final int[] numbers = IntStream.range(0, 200).map(i -> 200 - i).toArray();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        System.arraycopy(numbers, 50, numbers, 60, 10);
    });
    IO.println(numbers[70] + numbers[49]);
    other.join();
}
