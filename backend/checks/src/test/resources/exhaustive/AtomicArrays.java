// outcomes: 1 1, 1 2, 2 1, 2 2
void main() throws InterruptedException {
    var array = new AtomicIntegerArray(2);
    Runnable add = () -> {
        array.set(0, array.get(0) + 1);
        array.set(1, array.get(1) + 1);
    };
    Thread one = Thread.ofPlatform().start(add);
    Thread two = Thread.ofPlatform().start(add);
    one.join();
    two.join();
    tell(array.get(0) + " " + array.get(1));
}
