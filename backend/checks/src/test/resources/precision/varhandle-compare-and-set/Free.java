static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
final int[] flag = new int[1];
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        CELL.compareAndSet(flag, 0, 0, 1);
    });
    if (!CELL.compareAndSet(flag, 0, 0, 2)) { // it failed, but has read as volatile reads do
        IO.println(data);
    }
    writer.join();
}
