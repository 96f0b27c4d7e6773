// prints: [FAST, SLOW]
void main() {
    record Sample(String lane, long nanos) {}
    enum Kind { FAST, SLOW }
    interface Classifier { Kind of(Sample s); }
    Classifier byTime = s -> s.nanos() < 10 ? Kind.FAST : Kind.SLOW;
    IO.println(Stream.of(new Sample("a", 5), new Sample("b", 50)).map(byTime::of).toList());
}
