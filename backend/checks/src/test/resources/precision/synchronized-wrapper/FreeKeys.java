final Map<String, Integer> ages = Collections.synchronizedMap(new HashMap<>(Map.of("Ann", 30)));

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> {
        ages.put("Bob", 40);
    });
    synchronized (ages) {
        for (String name : ages.keySet()) {
            IO.println(name);
        }
    }
    other.join();
}
