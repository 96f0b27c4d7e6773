// prints: 168 {1=2, 2=1}
long primes = IntStream.rangeClosed(2, 1_000).parallel().filter(n -> IntStream.range(2, n).noneMatch(d -> n % d == 0)).count();
var byDigit = Stream.of("a1", "b2", "c1").parallel().collect(Collectors.groupingByConcurrent(s -> s.charAt(1), Collectors.counting()));
IO.println(primes + " " + new TreeMap<>(byDigit));
