// fails: Threw
final Vector<Integer> numbers = new Vector<>(List.of(1, 2));

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        numbers.add(3);
    });
    for (int number : numbers) { // others may change it between two steps
        IO.println(number);
    }
    other.join();
}
