static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
final int[] cells = new int[1];

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> CELL.set(cells, 0, 1)); // here
    int seen = (int) CELL.get(cells, 0); // here
    other.join();
    IO.println(seen);
}
