final Exchanger<int[]> exchanger = new Exchanger<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> swap(new int[1]));
    swap(new int[1]);
    other.join();
}

void swap(int[] cells) {
    try {
        int[] received = exchanger.exchange(cells);
        cells[0] = 1; // here
        IO.println(received[0]); // here
    } catch (InterruptedException e) {
        throw new IllegalStateException(e);
    }
}
