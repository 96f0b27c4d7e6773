// ends: Completed, Threw, Stopped
void main() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> IO.println("hook")));
    IO.println("done");
}
