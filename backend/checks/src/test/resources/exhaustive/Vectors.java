// outcomes: 1, 2
void main() throws InterruptedException {
    var list = new Vector<String>();
    Runnable add = () -> {
        if (!list.contains("a")) {
            list.add("a");
        }
    };
    Thread one = Thread.ofPlatform().start(add);
    Thread two = Thread.ofPlatform().start(add);
    one.join();
    two.join();
    tell("" + list.size());
}
