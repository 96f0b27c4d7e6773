final List<Integer> list = new ArrayList<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> list.add(1)); // unsafe
    IO.println(list.size()); // unsafe
    other.join();
}
