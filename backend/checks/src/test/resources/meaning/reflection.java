import java.lang.invoke.*;
import java.lang.reflect.*;

static class Program<T extends Comparable<T>> implements Serializable {
    public volatile int shared;
    protected transient long skipped;
    private final T value;
    static final int CONSTANT = 1;
    List<? super T> many;

    Program(T value) {
        this.value = value;
    }

    @Deprecated
    public final T value(int a, long b, String... rest) throws IOException {
        return value;
    }

    void uses(ReentrantLock lock, CountDownLatch latch) {
        lock.lock();
        latch.countDown();
        Runnable lambda = () -> lock.unlock();
        lambda.run();
        synchronized (this) {
            notifyAll();
        }
    }

    static void nothing() {}
}

record Point(int x, double y) implements Comparable<Point> {
    Point {
        if (x < 0) {
            throw new IllegalArgumentException("x");
        }
    }

    @Override
    public int compareTo(Point other) {
        return Integer.compare(x, other.x);
    }
}

sealed interface Shape permits Circle, Square {}

record Circle(int r) implements Shape {}

record Square(int a) implements Shape {}

enum Kind {
    ONE {
        @Override
        void act() {}
    },
    TWO;

    void act() {}
}

static String sorted(Object[] members) {
    return Arrays.stream(members).map(Object::toString).sorted().collect(Collectors.joining("\n    ", "\n    ", ""));
}

void describe(Class<?> type) {
    see(type.toGenericString(), type.getModifiers() + " " + type.getSuperclass() + " " + Arrays.toString(type.getInterfaces())
            + " " + type.isSynthetic() + type.isRecord() + type.isSealed() + type.isHidden() + type.isAnonymousClass()
            + " " + type.getNestHost().getSimpleName() + " " + Arrays.toString(type.getAnnotations()));
    see("fields", sorted(Arrays.stream(type.getDeclaredFields()).map(f -> f.toGenericString() + f.getModifiers() + f.isSynthetic()).toArray()));
    see("methods", sorted(Arrays.stream(type.getDeclaredMethods())
            .map(m -> m.toGenericString() + m.getModifiers() + m.isSynthetic() + m.isBridge() + m.isVarArgs()
                    + Arrays.toString(m.getAnnotations()) + Arrays.toString(m.getParameters()))
            .toArray()));
    see("constructors", sorted(Arrays.stream(type.getDeclaredConstructors()).map(c -> c.toGenericString() + c.getModifiers()).toArray()));
    see("classes", sorted(type.getDeclaredClasses()));
    see("type", type.getEnclosingClass() + " " + type.getEnclosingMethod() + " " + Arrays.toString(type.getPermittedSubclasses()));
}

void main() throws Exception {
    for (Class<?> type : List.of(Object.class, Thread.class, ThreadGroup.class, ReentrantLock.class, ReentrantReadWriteLock.class,
            ReentrantReadWriteLock.ReadLock.class, StampedLock.class, LockSupport.class, AbstractQueuedSynchronizer.class,
            AbstractQueuedSynchronizer.ConditionObject.class, Semaphore.class, CountDownLatch.class, CyclicBarrier.class, Phaser.class,
            Exchanger.class, ArrayList.class, LinkedList.class, HashMap.class, HashSet.class, TreeMap.class, ArrayDeque.class, PriorityQueue.class,
            AbstractCollection.class, AbstractMap.class, ConcurrentHashMap.class, ArrayBlockingQueue.class, LinkedBlockingQueue.class,
            SynchronousQueue.class, DelayQueue.class, LinkedTransferQueue.class, FutureTask.class, CompletableFuture.class,
            ThreadPoolExecutor.class, ScheduledThreadPoolExecutor.class, ForkJoinPool.class, ForkJoinTask.class, ForkJoinWorkerThread.class,
            Timer.class, TimerTask.class, Executors.class, Class.forName("java.lang.VirtualThread"), Class.forName("java.util.TimerThread"),
            Class.forName("java.lang.Shutdown"), Class.forName("java.util.concurrent.CompletableFuture$UniApply"),
            Class.forName("jdk.internal.misc.CarrierThread"))) {
        describe(type);
    }
    for (Class<?> type : List.of(Program.class, Point.class, Shape.class, Circle.class, Kind.class, Kind.ONE.getClass())) {
        describe(type);
    }
    attempt("no such field", () -> Thread.class.getDeclaredField("$recorder"));
    attempt("no such field", () -> AbstractCollection.class.getDeclaredField("$use"));
    see("inherited", sorted(ArrayList.class.getFields()));
    attempt("handle", () -> MethodHandles.lookup().findVarHandle(Thread.class, "$recorder", Object.class));
    Method method = Program.class.getMethod("value", int.class, long.class, String[].class);
    see("invoked", method.invoke(new Program<>("v"), 1, 2L, new String[0]));
    attempt("record", () -> Point.class.getDeclaredConstructor(int.class, double.class).newInstance(-1, 1.0));
    see("components", Point.class.getRecordComponents());
    see("packages", Object.class.getModule().getName() + " " + Object.class.getPackageName());
    see("walk", StackWalker.getInstance().walk(frames -> frames.limit(1).map(f -> f.getMethodName() + f.getLineNumber()).toList()));
    new TreeSet<String>((a, b) -> {
        see("in a comparator", StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(f -> f.getClassName() + "." + f.getMethodName() + f.getLineNumber())
                        .takeWhile(f -> !f.contains(".main")).toList()));
        return 0;
    }).add("x");
    var lock = new AbstractQueuedSynchronizer() {
        @Override
        protected boolean isHeldExclusively() {
            return true;
        }

        boolean ask() { return isHeldExclusively(); }
    };
    see("own lock", lock.ask());
    theEnd();
}
