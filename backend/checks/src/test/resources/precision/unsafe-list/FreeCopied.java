final List<Integer> numbers = List.of(1, 2);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        IO.println(new ArrayList<>(numbers) + " " + numbers);
    });
    for (int number : numbers) {
        IO.println(number);
    }
    other.join();
}
