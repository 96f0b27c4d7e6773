int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42; // here
        System.out.println("written");
    });
    System.out.println("reading"); // its lock may order them, but nothing says it must
    int seen = data; // here
    writer.join();
    IO.println(seen);
}
