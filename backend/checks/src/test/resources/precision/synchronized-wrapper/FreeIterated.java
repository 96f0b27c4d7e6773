final List<Integer> numbers = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        numbers.add(3);
    });
    synchronized (numbers) { // as its documentation says
        for (int number : numbers) {
            IO.println(number);
        }
    }
    other.join();
}
