// nothing
String answer = "";

void main() throws InterruptedException {
    Thread asked = Thread.ofPlatform().name("asked").start(() -> answer = "yes");
    asked.join();
    IO.println(answer);
}
