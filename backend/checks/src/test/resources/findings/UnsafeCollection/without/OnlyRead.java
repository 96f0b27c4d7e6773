import java.util.ArrayList;
import java.util.List;

void main() throws InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
        numbers.add(i);
    }
    Runnable read =
            () -> {
                long sum = 0;
                for (int round = 0; round < 50; round++) {
                    for (int i = 0; i < 1_000; i++) {
                        sum += numbers.get(i);
                    }
                }
                IO.println(sum);
            };
    Thread one = Thread.ofPlatform().start(read);
    Thread other = Thread.ofPlatform().start(read);
    one.join();
    other.join();
}
