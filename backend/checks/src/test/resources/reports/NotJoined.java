// main reads answer at line 9, and asked writes it at line 8; nothing orders the two.
// reads "" at main:9
// writes "yes" at main lambda:8
// main does not wait for the end of asked before it reads answer: join it first, or guard both with the same lock, or make it volatile.
String answer = "";

void main() {
    Thread asked = Thread.ofPlatform().name("asked").start(() -> answer = "yes");
    IO.println(answer);
}
