void main() throws InterruptedException {
    Thread worker =
            Thread.startVirtualThread(() -> {
                Object text = "forty-two";
                Integer number = (Integer) text; // here
                IO.println(number);
            });
    worker.join();
}
