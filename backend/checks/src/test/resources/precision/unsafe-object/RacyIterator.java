final Iterator<Integer> numbers = List.of(1, 2, 3).iterator();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        IO.println(numbers.next()); // here
    });
    IO.println(numbers.next()); // here
    other.join();
}
