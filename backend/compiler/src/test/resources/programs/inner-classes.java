// prints: 3/7
class Bank {
    private final Lock lock = new ReentrantLock();
    private int total;
    class Account {
        private int balance;
        void deposit(int n) {
            lock.lock();
            try { balance += n; total += n; } finally { lock.unlock(); }
        }
        class Statement { String text() { return balance + "/" + Bank.this.total; } }
    }
    Account open() { return new Account(); }
}
Bank bank = new Bank();
Bank.Account mine = bank.open(), yours = bank.new Account();
mine.deposit(3); yours.deposit(4);
IO.println(mine.new Statement().text());
