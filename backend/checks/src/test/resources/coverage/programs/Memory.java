// memory: run with its accesses recorded

int count;
volatile boolean isReady;
final int[] cells = new int[2];
final AtomicInteger hits = new AtomicInteger();
final AtomicReference<String> latest = new AtomicReference<>("");
final LongAdder adder = new LongAdder();
final ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
final ConcurrentSkipListMap<String, Integer> sorted = new ConcurrentSkipListMap<>();
final ConcurrentSkipListSet<String> sortedSet = new ConcurrentSkipListSet<>();
final ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>();
final ConcurrentLinkedDeque<String> deque = new ConcurrentLinkedDeque<>();
final CopyOnWriteArrayList<String> list = new CopyOnWriteArrayList<>();
final CopyOnWriteArraySet<String> set = new CopyOnWriteArraySet<>();
final Map<String, Integer> anyMap = new ConcurrentHashMap<>();
final Collection<String> plain = new ArrayList<>();

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().name("writer").start(() -> {
        count = 7;
        cells[1] = 8;
        hits.addAndGet(9);
        latest.set("ten");
        adder.add(11);
        map.put("k", 12);
        sorted.put("k", 13);
        sortedSet.add("k");
        queue.add("k");
        deque.add("k");
        list.add("k");
        set.add("k");
        anyMap.put("k", 14);
        anyMap.size();
        plain.size();
        isReady = true;
    });
    writer.join();
    IO.println(isReady + " " + count + " " + cells[1] + " " + hits.get() + " " + latest.get() + " " + adder.sum());
}
