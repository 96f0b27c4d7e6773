// b took first while it held second and a took second while it held first; at the same time they could wait for each other for ever.
// main reads visits at line 21, and a writes it at line 13; nothing orders the two.
// reads 0 at main:21
// writes 1, holds first, holds second at both:13 < main lambda:19
// a holds first and second there, main holds no lock: guard both with the same lock.
final Object left = new Object();
final Object right = new Object();
int visits;

void both(Object first, Object second) {
    synchronized (first) {
        synchronized (second) {
            visits++;
        }
    }
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> both(left, right));
    Thread b = Thread.ofPlatform().name("b").start(() -> both(right, left));
    IO.println(visits);
    a.join();
    b.join();
}
