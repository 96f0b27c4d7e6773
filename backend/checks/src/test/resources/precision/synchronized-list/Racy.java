final List<Integer> plain = new ArrayList<>();
final List<Integer> list = Collections.synchronizedList(plain);

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> list.add(1));
    plain.add(2); // unsafe
    other.join();
    IO.println(list);
}
