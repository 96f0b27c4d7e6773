void main() {
    int sum = IntStream.range(0, 8).parallel().map(number -> number * number).sum();
    IO.println(sum);
    IO.println(IntStream.range(0, 8).parallel().boxed().collect(Collectors.toList()));
}
