void main() throws InterruptedException {
    Thread worker =
            Thread.ofPlatform()
                    .name("worker")
                    .start(() -> {
                        int[] numbers = new int[3];
                        IO.println(numbers[3]); // here
                    });
    worker.join();
    IO.println("done");
}
