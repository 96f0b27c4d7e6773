// outcomes: 1, 2, late
import dev.interleave.sync.Channel;
import dev.interleave.sync.Select;

void main() throws InterruptedException {
    var a = Channel.<String>unbounded();
    var b = Channel.<String>unbounded();
    Thread one = Thread.ofPlatform().start(() -> a.sender().send("1"));
    Thread two = Thread.ofPlatform().start(() -> b.sender().send("2"));
    String got = Select.<String>first()
            .on(a.receiver(), text -> text)
            .on(b.receiver(), text -> text)
            .timeout(Duration.ofSeconds(1), () -> "late")
            .await();
    one.join();
    two.join();
    tell(got);
}
