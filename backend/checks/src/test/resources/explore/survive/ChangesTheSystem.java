// ends: Completed
void main() throws InterruptedException {
    assert System.getProperty("seen") == null;
    assert Locale.getDefault() != Locale.KOREA;
    System.setProperty("seen", "yes");
    Locale.setDefault(Locale.KOREA);
    Thread other = Thread.ofPlatform().start(() -> IO.println(System.getProperty("seen")));
    other.join();
}
