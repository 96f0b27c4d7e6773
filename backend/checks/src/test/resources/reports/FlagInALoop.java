// waiter reads isDone at line 9, and main writes it at line 14; nothing orders the two.
// reads false at main lambda:9
// writes true at main:14
// waiter looks at isDone again and again, and nothing lets it see what main writes: make it volatile.
boolean isDone;

void main() throws InterruptedException {
    Thread waiter = Thread.ofPlatform().name("waiter").start(() -> {
        while (!isDone) {
            Thread.onSpinWait();
        }
    });
    Thread.sleep(10);
    isDone = true;
    waiter.join();
}
