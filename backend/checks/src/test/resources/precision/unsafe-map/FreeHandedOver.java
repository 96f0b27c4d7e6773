void main() throws InterruptedException {
    Map<String, Integer> map = new HashMap<>();
    map.put("first", 1);
    Thread other = Thread.ofPlatform().start(() -> map.put("second", 2));
    other.join();
    map.put("third", 3);
    IO.println(map.size());
}
