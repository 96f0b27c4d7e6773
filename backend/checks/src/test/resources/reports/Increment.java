// a writes counter at line 8, and b reads it at line 8; nothing orders the two.
// writes 1 at count:8
// reads 1 at count:8
// a reads counter and then writes it, with no lock around the two: do both under one lock, or make it an AtomicInteger.
int counter;

void count() {
    counter++;
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(this::count);
    Thread b = Thread.ofPlatform().name("b").start(this::count);
    a.join();
    b.join();
}
