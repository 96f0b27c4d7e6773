// main writes rate at line 9, and reader reads it at line 8; nothing orders the two.
// writes 0.5 at main:9
// reads 0.5 at main lambda:8
// main has started reader before it writes rate: only what it does before the start is ordered with what reader does. Move it before the start, or guard both with the same lock, or make it volatile.
double rate;

void main() throws InterruptedException {
    Thread reader = Thread.ofVirtual().name("reader").start(() -> IO.println(rate));
    rate = 0.5;
    reader.join();
}
