final byte[] cells = new byte[2];

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> cells[1]++); // here
    cells[1]++; // here
    other.join();
    IO.println(cells[0] + cells[1]);
}
