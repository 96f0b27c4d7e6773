static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
final int[] cells = new int[1];

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> CELL.set(cells, 0, 1));
    other.join();
    IO.println((int) CELL.get(cells, 0));
}
