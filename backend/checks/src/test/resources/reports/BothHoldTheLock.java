// nothing
class Account {
    private final Object lock = new Object();
    private int balance = 7;

    void deposit(int amount) {
        synchronized (lock) {
            balance += amount;
        }
    }

    int balance() {
        synchronized (lock) {
            return balance;
        }
    }
}

void main() throws InterruptedException {
    var account = new Account();
    Thread giver = Thread.ofPlatform().name("giver").start(() -> account.deposit(5));
    IO.println(account.balance());
    giver.join();
}
