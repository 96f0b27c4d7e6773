int data;

void main() throws InterruptedException {
    Thread other = new Thread(() -> IO.println(data));
    data = 1; // made, but not started
    other.start();
    other.join();
}
