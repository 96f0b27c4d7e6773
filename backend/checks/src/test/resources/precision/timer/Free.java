int data;

void main() throws InterruptedException {
    var timer = new Timer(true);
    var isDone = new CountDownLatch(1);
    data = 1;
    timer.schedule(new TimerTask() {
        @Override
        public void run() {
            data++;
            isDone.countDown();
        }
    }, 10);
    isDone.await();
    timer.cancel();
    IO.println(data);
}
