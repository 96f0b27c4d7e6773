// asked went on after main, which started it, had ended; nobody waited for its end.
// main reads answer at line 10, and asked writes it at line 9; nothing orders the two.
// reads "" at main:10
// writes "yes" at main lambda:9
// main does not wait for the end of asked before it reads answer: join it first, or guard both with the same lock, or make it volatile.
String answer = "";

void main() {
    Thread asked = Thread.ofPlatform().name("asked").start(() -> answer = "yes");
    IO.println(answer);
}
