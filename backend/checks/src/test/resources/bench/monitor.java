static final int TIMES = 50_000;
int count;

void work() {
    for (int i = 0; i < TIMES; i++) {
        synchronized (this) {
            count++;
        }
    }
}
