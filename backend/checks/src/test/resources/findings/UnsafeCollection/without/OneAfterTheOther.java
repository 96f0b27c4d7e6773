import java.util.ArrayList;
import java.util.List;

void main() throws InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
        numbers.add(i);
    }
    Thread other =
            Thread.ofPlatform()
                    .start(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            numbers.add(i);
                        }
                    });
    other.join();
    IO.println(numbers.size());
}
