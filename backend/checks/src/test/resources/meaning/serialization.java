static class Own implements Serializable {
    private static final long serialVersionUID = 7;
    int number = 3;
    transient int forgotten = 4;
    final List<String> list = new ArrayList<>(List.of("a", "b"));
    volatile String text = "text";
}

static class Computed implements Serializable, Comparable<Computed> {
    static int count = 1;
    int number;
    String text;

    @Override
    public int compareTo(Computed other) {
        return 0;
    }

    void uses(ReentrantLock lock) {
        lock.lock();
        Runnable unlock = lock::unlock;
        unlock.run();
        new ArrayList<>(List.of(1)).forEach(IO::println);
        synchronized (this) {
            number++;
        }
    }
}

static class MyList<T> extends ArrayList<T> {
    String extra = "extra";
}

static class MyMap extends AbstractMap<String, String> implements Serializable {
    int number = 5;

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}

record Pair(String left, int right) implements Serializable {}

enum Colour { RED, GREEN }

static byte[] bytes(Object value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
        out.writeObject(value);
    }
    return bytes.toByteArray();
}

static Object back(byte[] bytes) throws Exception {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        return in.readObject();
    }
}

void main() throws Exception {
    var held = new ReentrantLock();
    held.lock();
    var used = new ArrayList<>(List.of(1, 2));
    used.add(3);
    var map = new HashMap<>(Map.of("a", 1));
    map.put("b", 2);
    var linked = new LinkedHashMap<>(map);
    List<Object> values = new ArrayList<>(List.of(used, map, linked, new TreeMap<>(map), new LinkedList<>(used), new ArrayDeque<>(used),
            new PriorityQueue<>(used), new HashSet<>(Set.of("x")), new TreeSet<>(used), new IdentityHashMap<>(), new Vector<>(used),
            new Hashtable<>(Map.of("k", "v")), new ConcurrentHashMap<>(Map.of("k", "v")), new ConcurrentSkipListMap<>(map), new CopyOnWriteArrayList<>(used),
            new ArrayBlockingQueue<>(3, true, used), new LinkedBlockingQueue<>(used), new LinkedBlockingDeque<>(used), new PriorityBlockingQueue<>(used),
            new ConcurrentLinkedQueue<>(used), new LinkedTransferQueue<>(used), new ReentrantLock(true), held, new ReentrantReadWriteLock(), new StampedLock(),
            new Semaphore(3), new AtomicInteger(4), new AtomicReference<>("r"), new AtomicLongArray(3), new LongAdder(), new Random(3), new BitSet(4),
            new Own(), new MyList<>(), new MyMap(), new Pair("l", 2), Colour.GREEN, new StringBuffer("sb"), new StringBuilder("b"),
            Collections.synchronizedList(used), Collections.unmodifiableMap(map), List.of(1, 2), Map.of("k", 1), Optional.class, new int[] {1, 2},
            Duration.ofSeconds(3), TimeUnit.SECONDS, new RuntimeException("with").getMessage()));
    for (Object value : values) {
        attempt(value.getClass().getSimpleName(), () -> {
            byte[] bytes = bytes(value);
            Object copy = back(bytes);
            boolean isSaved = !(value instanceof Map || value instanceof Set || value instanceof Random || value instanceof int[]);
            return bytes.length + " " + (isSaved ? Arrays.hashCode(bytes) : 0) + " "
                    + (copy instanceof int[] array ? Arrays.toString(array) : copy.toString()) + " " + copy.equals(value)
                    + " " + Arrays.equals(bytes, bytes(copy));
        });
        ObjectStreamClass stream = ObjectStreamClass.lookup(value.getClass());
        see("uid", stream.getSerialVersionUID() + " " + Arrays.toString(stream.getFields()));
    }
    for (Class<?> type : List.of(Computed.class, Pair.class, Colour.class, MyList.class, MyMap.class, Own.class, Throwable.class, ReentrantLock.class,
            AbstractQueuedSynchronizer.class, Semaphore.class, Exchanger.class, Thread.State.class, ForkJoinTask.class, ThreadLocalRandom.class)) {
        ObjectStreamClass stream = ObjectStreamClass.lookup(type);
        see(type.getName(), stream == null ? "not serializable" : stream.toString());
    }
    attempt("thread", () -> bytes(Thread.currentThread()));
    attempt("latch", () -> bytes(new CountDownLatch(1)));
    attempt("pool", () -> bytes(ForkJoinPool.commonPool()));
    attempt("lambda", () -> bytes((Runnable) () -> {}));
    attempt("serializable lambda", () -> ((Supplier<?>) back(bytes((Supplier<String> & Serializable) () -> "from a lambda"))).get());
    attempt("exception", () -> ((Exception) back(bytes(new IllegalStateException("kept")))).getMessage());
    var copy = new MyList<>();
    copy.add("in");
    see("clone", ((ArrayList<?>) copy.clone()) + " " + used.clone() + map.clone() + copy.equals(copy.clone()) + copy.hashCode());
    theEnd();
}
