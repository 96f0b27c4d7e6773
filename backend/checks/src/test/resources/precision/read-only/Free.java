int limit = 5;

void main() throws InterruptedException {
    limit = 6;
    Thread one = Thread.ofPlatform().start(this::show);
    Thread another = Thread.ofPlatform().start(this::show);
    show();
    one.join();
    another.join();
    limit = 7;
}

void show() {
    IO.println(limit);
}
