// fails: Deadlocked
void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(() -> {
        LockSupport.park();
        LockSupport.park();
    });
    LockSupport.unpark(one);
    LockSupport.unpark(one);
    one.join();
}
