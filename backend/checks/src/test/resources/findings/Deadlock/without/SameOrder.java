class Account {
    final int number;
    int balance = 100;

    Account(int number) {
        this.number = number;
    }
}

void transfer(Account from, Account to, int amount) {
    Account first = from.number < to.number ? from : to;
    Account second = first == from ? to : from;
    synchronized (first) {
        synchronized (second) {
            from.balance -= amount;
            to.balance += amount;
        }
    }
}

void main() throws InterruptedException {
    Account alice = new Account(1);
    Account bob = new Account(2);
    Thread there =
            Thread.ofPlatform()
                    .start(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            transfer(alice, bob, 1);
                        }
                    });
    for (int i = 0; i < 1_000; i++) {
        transfer(bob, alice, 1);
    }
    there.join();
    IO.println(alice.balance);
}
