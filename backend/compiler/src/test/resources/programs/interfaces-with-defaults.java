// prints: [open a, open b, close b, close a]
interface Resource extends AutoCloseable {
    String name();
    default void open() { log.add("open " + name()); }
    @Override default void close() { log.add("close " + name()); }
    static Resource of(String name) { return () -> name; }
}
List<String> log = new CopyOnWriteArrayList<>();
try (Resource a = Resource.of("a"); Resource b = Resource.of("b")) {
    a.open();
    b.open();
}
IO.println(log);
