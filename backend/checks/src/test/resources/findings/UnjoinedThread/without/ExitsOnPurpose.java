void main() throws InterruptedException {
    Thread.startVirtualThread(() -> {
        while (true) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                return;
            }
        }
    });
    Thread.sleep(200);
    System.exit(0);
}
