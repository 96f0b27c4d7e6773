// ends: Completed
void main() {
    IO.println(IntStream.range(0, 100).parallel().map(number -> number % 7).sum());
    IO.println(Stream.of("one", "two", "three").parallel().map(String::length).toList());
}
