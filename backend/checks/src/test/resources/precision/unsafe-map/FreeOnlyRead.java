void main() throws InterruptedException {
    Map<String, Integer> map = new TreeMap<>(Map.of("one", 1));
    Thread other = Thread.ofPlatform().start(() -> IO.println(map.get("one")));
    IO.println(map.containsKey("two"));
    other.join();
}
