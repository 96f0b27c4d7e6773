void main() throws InterruptedException {
    Thread saver =
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            Thread.sleep(300);
                        } catch (InterruptedException e) {
                            return;
                        }
                        IO.println("saved");
                    });
    saver.join();
}
