static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
final int[] cells = new int[1];

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> CELL.setOpaque(cells, 0, 1));
    int seen = (int) CELL.getOpaque(cells, 0); // opaque accesses do not race with each other
    other.join();
    IO.println(seen);
}
