package dev.interleave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;

class SelectTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final CompletableFuture<String> download = new CompletableFuture<>();
    private final Channel<String> channel = Channel.unbounded();
    private final Receiver<String> commands = channel.receiver();

    /// The example of the class's documentation.
    private String example() {
        String text =
                Select.<String>first()
                        .on(download, page -> "got " + page)
                        .on(commands, command -> "was told to " + command)
                        .timeout(Duration.ofSeconds(1), () -> "too late")
                        .await();
        return text;
    }

    @Test
    void await_futureIsDone_winsAndTheMessageStays() {
        download.complete("page");
        channel.sender().send("stop");
        assertThat(example()).isEqualTo("got page");
        assertThat(commands.receive()).isEqualTo("stop");
    }

    @Test
    void await_messageIsThere_winsAndTheFutureIsCancelled() {
        channel.sender().send("stop");
        assertThat(example()).isEqualTo("was told to stop");
        assertThat(download).isCancelled();
    }

    @Test
    void await_nothingComes_timeoutWinsAndTheFutureIsCancelled() {
        int got =
                Select.<Integer>first()
                        .on(download, String::length)
                        .on(commands, String::length)
                        .timeout(Duration.ofNanos(1), () -> -1)
                        .await();
        assertThat(got).isEqualTo(-1);
        assertThat(download).isCancelled();
        assertThat(commands.tryReceive()).isEmpty();
    }

    @Test
    void await_futureCompletesLater_wakes() {
        var waiting = Threads.startAndAwaitWaiting(() -> assertThat(select()).isEqualTo("page"));
        download.complete("page");
        waiting.end();
    }

    @Test
    void await_messageComesLater_wakes() {
        var waiting = Threads.startAndAwaitWaiting(() -> assertThat(select()).isEqualTo("stop"));
        channel.sender().send("stop");
        waiting.end();
        assertThat(download).isCancelled();
    }

    private String select() {
        return Select.<String>first()
                .on(download, page -> page)
                .on(commands, command -> command)
                .timeout(LONG, () -> "too late")
                .await();
    }

    /// Nothing but `get` tells when such a future is done.
    @Test
    void await_plainFutureCompletesLater_wakes() {
        var task = new FutureTask<>(() -> "page");
        var waiting =
                Threads.startAndAwaitWaiting(() ->
                        assertThat(Select.<String>first().on(task, page -> page).await())
                                .isEqualTo("page"));
        task.run();
        waiting.end();
    }

    @Test
    void await_plainFutureLoses_cancelled() {
        var task = new FutureTask<>(() -> "page");
        channel.sender().send("stop");
        Select.<String>first().on(task, page -> page).on(commands, text -> text).await();
        assertThat(task).isCancelled();
    }

    @Test
    void await_futureFailed_throwsItsReason() {
        var reason = new IllegalArgumentException("no");
        download.completeExceptionally(reason);
        assertThatThrownBy(this::select).isInstanceOf(CompletionException.class).hasCause(reason);
    }

    @Test
    void await_futureCancelled_throws() {
        download.cancel(true);
        assertThatThrownBy(this::select).isInstanceOf(CancellationException.class);
    }

    @Test
    void await_functionThrows_othersAreCancelledAllTheSame() {
        channel.sender().send("stop");
        var select =
                Select.<String>first()
                        .on(
                                commands,
                                _ -> {
                                    throw new IllegalArgumentException("no");
                                })
                        .on(download, page -> page);
        assertThatThrownBy(select::await).isInstanceOf(IllegalArgumentException.class);
        assertThat(download).isCancelled();
    }

    @Test
    void await_oneChannelFinished_othersCanWin() {
        var finished = Channel.<String>unbounded();
        finished.sender().close();
        channel.sender().send("stop");
        String got =
                Select.<String>first()
                        .on(finished.receiver(), text -> text)
                        .on(commands, text -> text)
                        .await();
        assertThat(got).isEqualTo("stop");
    }

    @Test
    void await_allChannelsFinish_throwsInsteadOfWaitingForEver() {
        var waiting =
                Threads.startAndAwaitWaiting(
                        () -> Select.<String>first().on(commands, text -> text).await());
        channel.sender().close();
        assertThatThrownBy(waiting::end).hasCauseInstanceOf(ChannelClosedException.class);
    }

    @Test
    void await_interrupted_saysSoAndCancels() {
        var waiting = Threads.startAndAwaitWaiting(this::select);
        waiting.interrupt();
        assertThatThrownBy(waiting::end).hasCauseInstanceOf(WaitInterruptedException.class);
        assertThat(download).isCancelled();
        channel.sender().send("free again");
        assertThat(commands.receive()).isEqualTo("free again");
    }

    @Test
    void await_receiverInUse_refused() {
        var consumer = Threads.startAndAwaitWaiting(commands::receive);
        assertThatThrownBy(this::select)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(consumer.name());
        channel.sender().send("stop");
        consumer.end();
    }

    @Test
    void await_twice_refused() {
        var select = Select.<String>first().timeout(Duration.ZERO, () -> "now");
        select.await();
        assertThatThrownBy(select::await).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void timeout_twice_refused() {
        var select = Select.<String>first().timeout(LONG, () -> "late");
        assertThatThrownBy(() -> select.timeout(LONG, () -> "later"))
                .isInstanceOf(IllegalStateException.class);
    }
}
