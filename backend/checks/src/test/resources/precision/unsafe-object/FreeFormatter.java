static final DateTimeFormatter FORMAT = DateTimeFormatter.ISO_DATE;

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        IO.println(FORMAT.format(LocalDate.EPOCH));
    });
    IO.println(FORMAT.format(LocalDate.EPOCH));
    other.join();
}
