// outcomes: ab, ac, late
void main() throws InterruptedException {
    var exchanger = new Exchanger<String>();
    class Offers extends Thread {
        final String mine;
        String got = "";

        Offers(String mine) {
            this.mine = mine;
        }

        @Override
        public void run() {
            try {
                got = exchanger.exchange(mine, 1, TimeUnit.SECONDS);
            } catch (InterruptedException | TimeoutException e) {
                got = "late";
            }
        }
    }
    var a = new Offers("a");
    var b = new Offers("b");
    var c = new Offers("c");
    a.start();
    b.start();
    c.start();
    a.join();
    b.join();
    c.join();
    tell(a.got.equals("late") ? "late" : "a" + a.got);
}
