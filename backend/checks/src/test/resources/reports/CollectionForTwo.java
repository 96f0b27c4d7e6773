// nothing
final List<String> names = new CopyOnWriteArrayList<>();

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> names.add("a"));
    Thread b = Thread.ofPlatform().name("b").start(() -> names.add("b"));
    a.join();
    b.join();
}
