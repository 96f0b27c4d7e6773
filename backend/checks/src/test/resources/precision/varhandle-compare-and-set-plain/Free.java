static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
final int[] flag = new int[1];
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        while (!CELL.weakCompareAndSetRelease(flag, 0, 0, 1)) {
            Thread.onSpinWait();
        }
    });
    if ((int) CELL.getAcquire(flag, 0) == 1) {
        IO.println(data);
    }
    writer.join();
}
