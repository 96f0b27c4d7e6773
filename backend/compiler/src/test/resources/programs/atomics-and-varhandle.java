// prints: 8
import java.lang.invoke.*;

public class Counter {
    private volatile int value;
    private static final VarHandle VALUE;
    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Counter.class, "value", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
    int increment() { return (int) VALUE.getAndAdd(this, 1) + 1; }
    public static void main(String[] args) throws Exception {
        var counter = new Counter();
        var adder = new java.util.concurrent.atomic.LongAdder();
        var threads = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 4; i++) threads.add(Thread.startVirtualThread(() -> { counter.increment(); adder.increment(); }));
        for (var t : threads) t.join();
        System.out.println(counter.value + adder.intValue());
    }
}
