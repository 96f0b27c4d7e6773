// nothing
final long[] sums = new long[2];

void add(int index) {
    sums[index] += 4;
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> add(1));
    Thread b = Thread.ofPlatform().name("b").start(() -> add(0));
    a.join();
    b.join();
}
