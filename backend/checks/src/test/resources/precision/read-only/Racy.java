int limit = 5;

void main() throws InterruptedException {
    Thread one = Thread.ofPlatform().start(this::show);
    Thread another = Thread.ofPlatform().start(this::show);
    one.join();
    limit = 7; // here
    another.join();
}

void show() {
    int seen = limit; // here
    IO.println(seen);
}
