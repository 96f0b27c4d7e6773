// outcomes: [1 2], [2 1]
void main() throws InterruptedException {
    List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
    Thread one = Thread.ofPlatform().start(() -> numbers.add(1));
    Thread two = Thread.ofPlatform().start(() -> numbers.add(2));
    one.join();
    two.join();
    tell(numbers.toString().replace(",", ""));
}
