void main() throws InterruptedException {
    int[] box = {0};
    Thread other = Thread.ofPlatform().start(() -> box[0]++); // here
    box[0]++; // here
    other.join();
    IO.println(box[0]);
}
