// ends: Completed
void main() throws InterruptedException {
    var all = new HashSet<Object>(); // in the order of identity hashes
    for (int i = 0; i < 8; i++) {
        all.add(new Named("object " + i));
    }
    for (Object one : all) {
        Thread shows = Thread.ofPlatform().start(() -> IO.println(one.toString()));
        shows.join();
    }
    IO.println(Set.of("a", "b", "c", "d") + " " + Map.of(1, 2, 3, 4, 5, 6));
}

static class Named {
    private final String name;

    Named(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
