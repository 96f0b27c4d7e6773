final List<Integer> list = new CopyOnWriteArrayList<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> list.add(1));
    for (int number : list) {
        IO.println(number);
    }
    other.join();
}
