final Map<String, Integer> map = new HashMap<>();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> map.put("one", 1)); // unsafe
    map.put("other", 1); // unsafe
    other.join();
    IO.println(map.size());
}
