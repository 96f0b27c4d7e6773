int data;

void main() throws InterruptedException {
    var timer = new Timer(true);
    var isDone = new CountDownLatch(1);
    timer.schedule(new TimerTask() {
        @Override
        public void run() {
            data++; // here
            isDone.countDown();
        }
    }, 10);
    data++; // here
    isDone.await();
    timer.cancel();
}
