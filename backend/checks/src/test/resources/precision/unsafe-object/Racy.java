final java.text.SimpleDateFormat format = new java.text.SimpleDateFormat("yyyy");

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        IO.println(format.format(new Date(0))); // here
    });
    IO.println(format.format(new Date(0))); // here
    other.join();
}
