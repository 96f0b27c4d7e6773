// b ended with java.lang.AssertionError: nothing is left, and nobody caught it.
int balance = 10;

synchronized void take(int amount) {
    if (balance >= amount) {
        balance -= amount;
    }
    assert balance > 0 : "nothing is left";
}

void main() throws InterruptedException {
    Thread a = Thread.ofPlatform().name("a").start(() -> take(5));
    Thread b = Thread.ofPlatform().name("b").start(() -> take(5));
    a.join();
    b.join();
}
