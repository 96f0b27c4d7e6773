void main() throws InterruptedException {
    Thread boss =
            Thread.ofPlatform()
                    .name("boss")
                    .start(() -> {
                        for (int i = 0; i < 3; i++) {
                            int number = i;
                            Thread.ofPlatform()
                                    .name("helper-" + i)
                                    .start(() -> { // here
                                        try {
                                            Thread.sleep(600);
                                        } catch (InterruptedException e) {
                                            return;
                                        }
                                        IO.println("helped " + number);
                                    });
                        }
                    });
    boss.join();
}
