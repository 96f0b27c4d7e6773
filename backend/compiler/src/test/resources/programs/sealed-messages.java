// prints: 250
sealed interface Message permits Deposit, Withdraw, Stop {}
record Deposit(int amount) implements Message {}
record Withdraw(int amount) implements Message {}
enum Stop implements Message { STOP }
final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
int balance;
boolean handle(Message message) {
    return switch (message) {
        case Deposit(int amount) when amount > 100 -> { balance += amount + 1; yield true; }
        case Deposit(var amount) -> { balance += amount; yield true; }
        case Withdraw w -> { balance -= w.amount(); yield true; }
        case Stop _ -> false;
    };
}
Thread actor = Thread.ofVirtual().name("actor").start(() -> {
    try {
        while (handle(inbox.take())) { }
    } catch (InterruptedException e) {
        throw new IllegalStateException(e);
    }
});
inbox.addAll(List.of(new Deposit(50), new Deposit(200), new Withdraw(1), Stop.STOP));
actor.join();
IO.println(balance);
