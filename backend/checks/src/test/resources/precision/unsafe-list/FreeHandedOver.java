final BlockingQueue<List<Integer>> queue = new ArrayBlockingQueue<>(1);

void main() throws InterruptedException {
    Thread maker = Thread.ofPlatform().start(() -> {
        var numbers = new ArrayList<Integer>();
        Collections.addAll(numbers, 1, 2);
        queue.add(numbers); // to hand it over is not to look into it
    });
    List<Integer> numbers = queue.take();
    numbers.replaceAll(number -> number + 1);
    IO.println(numbers);
    maker.join();
}
