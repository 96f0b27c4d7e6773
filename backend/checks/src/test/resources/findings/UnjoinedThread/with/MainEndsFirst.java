void main() {
    Thread.ofPlatform()
            .name("saver")
            .start(() -> { // here
                try {
                    Thread.sleep(600);
                } catch (InterruptedException e) {
                    return;
                }
                IO.println("saved");
            });
    IO.println("main is done");
}
