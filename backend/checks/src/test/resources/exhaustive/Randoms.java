// outcomes: 0 1 2 3, 0 2 1 3, 0 3 1 2, 1 2 0 3, 1 3 0 2, 2 3 0 1
void main() throws InterruptedException {
    var random = new Random(1);
    var expected = new Random(1);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < 4; i++) {
        order.add(expected.nextInt());
    }
    var drawn = new int[4];
    Thread one = Thread.ofPlatform().start(() -> {
        drawn[0] = order.indexOf(random.nextInt());
        drawn[1] = order.indexOf(random.nextInt());
    });
    Thread two = Thread.ofPlatform().start(() -> {
        drawn[2] = order.indexOf(random.nextInt());
        drawn[3] = order.indexOf(random.nextInt());
    });
    one.join();
    two.join();
    tell(drawn[0] + " " + drawn[1] + " " + drawn[2] + " " + drawn[3]);
}
