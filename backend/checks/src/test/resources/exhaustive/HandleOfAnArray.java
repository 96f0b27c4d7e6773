// outcomes: 0 0, 0 1, 1 0, 1 1
void main() throws InterruptedException {
    VarHandle elements = MethodHandles.arrayElementVarHandle(int[].class);
    var array = new int[2];
    Thread one = Thread.ofPlatform().start(() -> elements.setVolatile(array, 0, 1));
    Thread two = Thread.ofPlatform().start(() -> elements.setVolatile(array, 1, 1));
    int second = (int) elements.getVolatile(array, 1);
    int first = (int) elements.getVolatile(array, 0);
    one.join();
    two.join();
    tell(first + " " + second);
}
