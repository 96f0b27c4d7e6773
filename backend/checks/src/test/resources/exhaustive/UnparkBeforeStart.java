// fails: Deadlocked
void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().unstarted(LockSupport::park);
    Thread two = Thread.ofPlatform().start(() -> LockSupport.unpark(one));
    one.start();
    one.join();
    two.join();
}
