// prints: fast
String slow() throws InterruptedException { Thread.sleep(Duration.ofSeconds(60)); return "slow"; }
void main() throws Exception {
    try (var scope = StructuredTaskScope.open(
            StructuredTaskScope.Joiner.<String>anySuccessfulResultOrThrow())) {
        scope.fork(this::slow);
        scope.fork(() -> "fast");
        IO.println(scope.join());
    }
}
