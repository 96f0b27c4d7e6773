// outcomes: 0 0, 0 1, 0 2, 1 1, 1 2, 2 2
void main() throws InterruptedException {
    var list = new CopyOnWriteArrayList<String>();
    Thread one = Thread.ofPlatform().start(() -> {
        list.add("a");
        list.add("b");
    });
    int seen = 0;
    for (String _ : list) {
        seen++;
    }
    int size = list.size();
    one.join();
    tell(seen + " " + size);
}
