final Channel<int[]> channel = Channel.unbounded();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        channel.sender().send(cells);
        cells[0] = 1; // here
    });
    int[] taken = channel.receiver().receive();
    IO.println(taken[0]); // here
    producer.join();
}
