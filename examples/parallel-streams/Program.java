void main() {
    int sum = IntStream.range(1, 1_000)
            .parallel()
            .map(x -> x * x)
            .sum();
    IO.println("Sum of squares: " + sum);

    List<Integer> primes = IntStream.range(2, 500_000)
            .parallel()
            .filter(this::isPrime)
            .boxed()
            .toList(); // in order, however the parts came in
    IO.println(primes.size() + " primes, the last one is " + primes.getLast());
}

boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
        if (number % divisor == 0) {
            return false;
        }
    }
    return true;
}
