// nothing
double rate;

void main() throws InterruptedException {
    rate = 0.5;
    Thread reader = Thread.ofVirtual().name("reader").start(() -> IO.println(rate));
    reader.join();
}
