import java.util.concurrent.CyclicBarrier;

class Account {
    int balance = 100;
}

Account alice = new Account();
Account bob = new Account();
CyclicBarrier bothHoldOne = new CyclicBarrier(2);

void transfer(Account from, Account to, int amount) {
    synchronized (from) {
        try {
            bothHoldOne.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        synchronized (to) { // here
            from.balance -= amount;
            to.balance += amount;
        }
    }
}

void main() throws InterruptedException {
    Thread there = Thread.ofPlatform().start(() -> transfer(alice, bob, 10));
    Thread back = Thread.ofPlatform().start(() -> transfer(bob, alice, 20));
    there.join();
    back.join();
}
