// ends: Completed
void main() throws InterruptedException {
    long nanos = System.nanoTime();
    long millis = System.currentTimeMillis();
    Instant instant = Instant.now();
    Thread.sleep(1_000);
    assert System.nanoTime() - nanos >= 1_000_000_000 : "nanoTime";
    assert System.currentTimeMillis() - millis >= 999 : "currentTimeMillis";
    assert Duration.between(instant, Instant.now()).toMillis() >= 999 : "Instant";
    IO.println("a second later");
}
