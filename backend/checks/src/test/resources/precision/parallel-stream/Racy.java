int sum;

void main() {
    IntStream.range(0, 8).parallel().forEach(number -> sum += number); // here
    IO.println(sum);
}
