// nothing
final Object left = new Object();
final Object right = new Object();
final Object guard = new Object();
boolean isDone;

void first() {
    synchronized (left) {
        synchronized (right) {
        }
    }
    synchronized (guard) {
        isDone = true;
    }
}

void second() {
    boolean mayGo;
    synchronized (guard) {
        mayGo = isDone;
    }
    if (mayGo) {
        synchronized (right) {
            synchronized (left) {
            }
        }
    }
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(this::first);
    Thread b = Thread.ofPlatform().name("b").start(this::second);
    a.join();
    b.join();
}
