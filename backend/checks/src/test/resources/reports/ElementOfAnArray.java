// a writes element 1 of long[] #1 at line 8, and b reads it at line 8; nothing orders the two.
// writes 4L at add:8 < main lambda:12
// reads 4L at add:8 < main lambda:13
// a reads element 1 of long[] #1 and then writes it, with no lock around the two: do both under one lock, or take an AtomicLongArray.
final long[] sums = new long[2];

void add(int index) {
    sums[index] += 4;
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> add(1));
    Thread b = Thread.ofPlatform().name("b").start(() -> add(1));
    a.join();
    b.join();
}
