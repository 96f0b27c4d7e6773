void main() throws InterruptedException {
    Thread adder = Thread.ofPlatform().name("adder").start(() -> {
        int total = add(List.of("1", "2", "three"));
        IO.println("Total: " + total);
    });

    adder.join(); // ended it has, but how?
    IO.println("Everything is fine");
}

int add(List<String> numbers) {
    int total = 0;
    for (String number : numbers) {
        total += Integer.parseInt(number);
    }
    return total;
}
