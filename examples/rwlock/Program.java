final RwLock<Integer> price = new RwLock<>(5);
final CyclicBarrier table = new CyclicBarrier(3);

void main() throws InterruptedException {
    var readers = new ArrayList<Thread>();
    var builder = Thread.ofPlatform().name("reader-", 1); // reader-1, reader-2, reader-3
    for (int i = 0; i < 3; i++) {
        readers.add(builder.start(this::readTogether));
    }
    for (Thread reader : readers) {
        reader.join();
    }

    Thread late;
    try (var writer = price.write()) { // one writer, and nobody else
        late = Thread.ofPlatform().name("late-reader").start(this::read);
        work(30);
        writer.set(writer.get() + 1);
    } // Lock released here
    late.join();
}

void readTogether() {
    try (var reader = price.read()) { // as many readers as like
        table.await(); // go on only when all three are inside
        IO.println("All three read " + reader.get());
    } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException("nobody leaves the table early here", e);
    }
}

void read() {
    try (var reader = price.read()) {
        IO.println("The late one reads " + reader.get());
    }
}

double work(int millions) { // keeps a processor busy
    double sum = 0;
    for (int i = 0; i < millions * 1_000_000; i++) {
        sum += Math.sqrt(i);
    }
    return sum;
}
