final Channel<int[]> channel = Channel.unbounded();

void main() throws Exception {
    Thread producer = Thread.ofPlatform().start(() -> {
        int[] cells = new int[1];
        cells[0] = 1;
        channel.sender().send(cells);
    });
    int[] taken = channel.receiver().receive();
    IO.println(taken[0]);
    producer.join();
}
