// fails: Threw
volatile boolean isDone;

void main() throws InterruptedException {
    Thread worker = Thread.ofPlatform().start(() -> isDone = true);
    Thread.sleep(1000); // that should do
    boolean wasDone = isDone;
    worker.join();
    assert wasDone : "the worker took more than a second";
}
