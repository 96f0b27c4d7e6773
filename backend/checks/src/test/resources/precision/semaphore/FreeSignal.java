final Semaphore filled = new Semaphore(0);
int data;

void main() throws InterruptedException {
    Thread writer = Thread.ofPlatform().start(() -> {
        data = 42;
        filled.release();
    });
    filled.acquire();
    IO.println(data);
    writer.join();
}
