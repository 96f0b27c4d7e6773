void main() {
    Thread.startVirtualThread(() -> { // here
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            return;
        }
        IO.println("never printed");
    });
    IO.println("main is done");
}
