static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
final int[] flag = new int[1];
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42; // here
        CELL.setOpaque(flag, 0, 1); // releases nothing
    });
    if ((int) CELL.getAcquire(flag, 0) == 1) {
        IO.println(data); // here
    }
    writer.join();
}
