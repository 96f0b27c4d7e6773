final Map<String, Integer> ages = new TreeMap<>(Map.of("Ann", 30));
final Collection<Integer> values = ages.values();

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        ages.put("Bob", 40); // unsafe
    });
    IO.println(values.size()); // unsafe
    other.join();
}
