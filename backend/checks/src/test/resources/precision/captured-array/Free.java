void main() throws InterruptedException {
    int[] box = {0};
    Thread other = Thread.ofPlatform().start(() -> box[0]++);
    other.join();
    IO.println(box[0]);
}
