volatile boolean told;
volatile boolean asked;
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42; // here
        told = true;
    });
    if (!asked) {
        IO.println(data); // here
    }
    writer.join();
}
