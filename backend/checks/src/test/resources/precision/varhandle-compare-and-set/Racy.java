static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
final int[] flag = {1};
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42; // here
        CELL.compareAndSet(flag, 0, 0, 1); // fails, so it writes nothing and releases nothing
    });
    if ((int) CELL.getVolatile(flag, 0) == 1) {
        IO.println(data); // here
    }
    writer.join();
}
