// ends: Completed
void main() throws InterruptedException {
    var timer = new Timer("ticks");
    var ticks = new CountDownLatch(3);
    timer.scheduleAtFixedRate(new TimerTask() {
        @Override
        public void run() {
            ticks.countDown();
        }
    }, 1, 1);
    ticks.await();
    timer.cancel();
    IO.println("three ticks");
}
