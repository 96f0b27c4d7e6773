final byte[] cells = new byte[2]; // neighbours, but two variables

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> cells[1]++);
    cells[0]++;
    other.join();
    IO.println(cells[0] + cells[1]);
}
