// fails: Threw
void main() throws InterruptedException {
    var account = new Account();
    Thread other = Thread.ofPlatform().start(() -> account.withdraw(80));
    account.withdraw(80);
    other.join();
    assert account.balance() >= 0 : account.balance();
}

static class Account {
    private int balance = 100; // guarded by this

    synchronized int balance() {
        return balance;
    }

    synchronized void take(int amount) {
        balance -= amount;
    }

    void withdraw(int amount) {
        if (balance() >= amount) {
            take(amount);
        }
    }
}
