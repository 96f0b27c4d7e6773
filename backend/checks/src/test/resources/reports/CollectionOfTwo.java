// a changes a collection (ArrayList) at line 8, and b changes it at line 9; nothing orders the two.
// writes at main lambda:8
// writes at main lambda:9
// Neither holds a lock there, and ArrayList is made for one thread at a time: guard every use with the same lock, or take a collection of java.util.concurrent.
final List<String> names = new ArrayList<>();

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> names.add("a"));
    Thread b = Thread.ofPlatform().name("b").start(() -> names.add("b"));
    a.join();
    b.join();
}
