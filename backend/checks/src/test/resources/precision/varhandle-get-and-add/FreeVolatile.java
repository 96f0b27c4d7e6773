static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
final int[] flag = new int[1];
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        CELL.getAndSet(flag, 0, 1);
    });
    if ((int) CELL.getAndBitwiseOr(flag, 0, 2) == 1) {
        IO.println(data);
    }
    writer.join();
}
