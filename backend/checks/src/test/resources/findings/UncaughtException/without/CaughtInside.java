void main() throws InterruptedException {
    Thread worker =
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            Integer.parseInt("forty-two");
                        } catch (NumberFormatException e) {
                            IO.println("not a number");
                        }
                    });
    worker.join();
}
