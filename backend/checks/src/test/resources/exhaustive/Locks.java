// outcomes: 12, 21, 1-, -2
void main() throws InterruptedException {
    var lock = new ReentrantLock();
    var order = new StringBuffer();
    Thread one = Thread.ofPlatform().start(() -> {
        if (lock.tryLock()) {
            order.append(1);
            lock.unlock();
        } else {
            order.append('-');
        }
    });
    Thread two = Thread.ofPlatform().start(() -> {
        if (lock.tryLock()) {
            order.append(2);
            lock.unlock();
        } else {
            order.append('-');
        }
    });
    one.join();
    two.join();
    tell(order.indexOf("-") < 0 ? order.toString() : order.indexOf("1") >= 0 ? "1-" : "-2");
}
