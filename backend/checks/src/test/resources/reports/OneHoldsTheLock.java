// main reads Account.balance at line 16, and giver writes it at line 11; nothing orders the two.
// reads 7 at Account.balance:16 < main:23
// writes 12, holds lock at Account.deposit:11 < main lambda:22
// giver holds lock there, main holds no lock: guard both with lock.
class Account {
    private final Object lock = new Object();
    private int balance = 7;

    void deposit(int amount) {
        synchronized (lock) {
            balance += amount;
        }
    }

    int balance() {
        return balance;
    }
}

void main() throws InterruptedException {
    var account = new Account();
    Thread giver = Thread.ofPlatform().name("giver").start(() -> account.deposit(5));
    IO.println(account.balance());
    giver.join();
}
