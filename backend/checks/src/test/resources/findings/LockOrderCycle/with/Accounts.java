class Account {
    int balance = 100;
}

void transfer(Account from, Account to, int amount) {
    synchronized (from) {
        synchronized (to) { // here
            from.balance -= amount;
            to.balance += amount;
        }
    }
}

void main() throws InterruptedException {
    Account alice = new Account();
    Account bob = new Account();
    Thread back =
            Thread.ofPlatform()
                    .name("back")
                    .start(() -> {
                        try {
                            Thread.sleep(700);
                        } catch (InterruptedException e) {
                            return;
                        }
                        transfer(bob, alice, 20);
                    });
    Thread there = Thread.ofPlatform().name("there").start(() -> transfer(alice, bob, 10));
    there.join();
    back.join();
    IO.println(alice.balance + bob.balance);
}
