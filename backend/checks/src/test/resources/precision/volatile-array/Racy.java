volatile int[] cells = new int[2]; // the reference is volatile, the elements are not

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        cells[0] = 1; // here
    });
    IO.println(cells[0]); // here
    writer.join();
}
