// prints: rang
import static java.util.concurrent.TimeUnit.*;
try (var timer = Executors.newScheduledThreadPool(1)) {
    ScheduledFuture<String> later = timer.schedule(() -> "rang", 1, MILLISECONDS);
    IO.println(later.get(5, SECONDS));
}
