// outcomes: 1, 2
void main() throws InterruptedException {
    class Account {
        private int balance;

        synchronized int balance() {
            return balance;
        }

        synchronized void set(int balance) {
            this.balance = balance;
        }
    }
    var account = new Account();
    Runnable add = () -> account.set(account.balance() + 1);
    Thread one = Thread.ofVirtual().start(add);
    Thread two = Thread.ofVirtual().start(add);
    one.join();
    two.join();
    tell("" + account.balance());
}
