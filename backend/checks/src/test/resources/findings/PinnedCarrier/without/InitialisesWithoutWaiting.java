static class Settings {
    static final long VALUE;

    static {
        long sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += i;
        }
        VALUE = sum;
    }
}

void main() throws InterruptedException {
    Thread reader =
            Thread.ofVirtual()
                    .start(() -> {
                        long value = Settings.VALUE;
                        try {
                            Thread.sleep(300);
                        } catch (InterruptedException e) {
                            return;
                        }
                        IO.println(value);
                    });
    reader.join();
}
