static final ThreadLocal<java.text.SimpleDateFormat> FORMAT =
        ThreadLocal.withInitial(() -> new java.text.SimpleDateFormat("yyyy"));

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        IO.println(FORMAT.get().format(new Date(0)));
    });
    IO.println(FORMAT.get().format(new Date(0)));
    other.join();
}
