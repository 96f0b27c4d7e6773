static final int TIMES = 20_000;
int count;

void work() throws InterruptedException {
    together(() -> {
        for (int i = 0; i < TIMES / 2; i++) {
            synchronized (this) {
                count++;
            }
        }
    });
}
