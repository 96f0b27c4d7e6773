package dev.interleave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;

class ChannelTest {
    private static final Duration SHORT = Duration.ofNanos(1);
    private static final Duration LONG = Duration.ofDays(1);

    /// The example of the class's documentation.
    @Test
    void example_ofTheDocumentation_works() {
        var messages = new ArrayList<String>();
        var channel = Channel.<String>unbounded();
        Thread.ofVirtual()
                .start(() -> {
                    try (var sender = channel.sender()) {
                        sender.send("hello");
                        sender.send("goodbye");
                    }
                });
        for (String message : channel.receiver()) { // ends when all senders are closed
            messages.add(message);
        }
        assertThat(messages).containsExactly("hello", "goodbye");
    }

    @Test
    void receive_severalSent_inOrder() {
        var channel = Channel.<Integer>unbounded();
        channel.sender().send(1);
        channel.sender().send(2);
        assertThat(channel.receiver().receive()).isEqualTo(1);
        assertThat(channel.receiver().receive(LONG)).contains(2);
        assertThat(channel.receiver().tryReceive()).isEmpty();
        assertThat(channel.receiver().receive(SHORT)).isEmpty();
    }

    @Test
    void receive_allSendersClosed_restAndThenClosedException() {
        var channel = Channel.<Integer>unbounded();
        try (var sender = channel.sender()) {
            sender.send(1);
        }
        var receiver = channel.receiver();
        assertThat(receiver.receive()).isEqualTo(1);
        assertThatThrownBy(receiver::receive).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(receiver::tryReceive).isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> receiver.receive(LONG)).isInstanceOf(ChannelClosedException.class);
        assertThat(receiver).isEmpty();
        assertThatThrownBy(() -> receiver.iterator().next())
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void receive_cloneStillOpen_waitsForIt() {
        var channel = Channel.<Integer>unbounded();
        var clone = channel.sender().clone();
        channel.sender().close();
        assertThat(channel.receiver().tryReceive()).isEmpty();
        clone.close();
        assertThatThrownBy(channel.receiver()::tryReceive)
                .isInstanceOf(ChannelClosedException.class);
    }

    @Test
    void send_receiverClosed_closedException() {
        var channel = Channel.<String>bounded(1);
        channel.receiver().close();
        channel.receiver().close();
        assertThatThrownBy(() -> channel.sender().send("too late"))
                .isInstanceOf(ChannelClosedException.class)
                .hasMessageContaining("the receiver is closed");
        assertThatThrownBy(() -> channel.sender().trySend("too late"))
                .isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(channel.receiver()::receive)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this receiver is closed");
    }

    @Test
    void sender_closed_refusesEverythingButClose() {
        var channel = Channel.<String>unbounded();
        var clone = channel.sender().clone();
        clone.close();
        clone.close();
        assertThatThrownBy(() -> clone.send("late")).hasMessage("this sender is closed");
        assertThatThrownBy(() -> clone.trySend("late")).hasMessage("this sender is closed");
        assertThatThrownBy(clone::clone).hasMessage("this sender is closed");
        channel.sender().send("the other one is open");
    }

    @Test
    void trySend_full_falseUntilThereIsRoom() {
        var channel = Channel.<Integer>bounded(1);
        assertThat(channel.sender().trySend(1)).isTrue();
        assertThat(channel.sender().trySend(2)).isFalse();
        channel.receiver().receive();
        assertThat(channel.sender().trySend(3)).isTrue();
    }

    @Test
    void trySend_rendezvous_trueOnlyWhenSomebodyWaits() {
        var channel = Channel.<Integer>bounded(0);
        assertThat(channel.sender().trySend(1)).isFalse();
        var consumer = Threads.startAndAwaitWaiting(() -> channel.receiver().receive());
        assertThat(channel.sender().trySend(2)).isTrue();
        consumer.end();
    }

    @Test
    void send_rendezvous_returnsWhenReceived() {
        var channel = Channel.<Integer>bounded(0);
        var isSent = new AtomicBoolean();
        var producer =
                Threads.startAndAwaitWaiting(() -> {
                    channel.sender().send(1);
                    isSent.set(true);
                });
        assertThat(isSent).isFalse();
        assertThat(channel.receiver().receive()).isEqualTo(1);
        producer.end();
        assertThat(isSent).isTrue();
    }

    @Test
    void send_full_waitsAndEndsWhenTheReceiverCloses() {
        var channel = Channel.<Integer>bounded(1);
        channel.sender().send(1);
        var producer = Threads.startAndAwaitWaiting(() -> channel.sender().send(2));
        channel.receiver().close();
        assertThatThrownBy(producer::end).hasCauseInstanceOf(ChannelClosedException.class);
    }

    @Test
    void receive_interrupted_saysSoAndKeepsTheStatus() {
        var channel = Channel.<Integer>unbounded();
        var keepsStatus = new AtomicBoolean();
        var consumer =
                Threads.startAndAwaitWaiting(() -> {
                    try {
                        channel.receiver().receive();
                    } finally {
                        keepsStatus.set(Thread.currentThread().isInterrupted());
                    }
                });
        consumer.interrupt();
        assertThatThrownBy(consumer::end).hasCauseInstanceOf(WaitInterruptedException.class);
        assertThat(keepsStatus).isTrue();
        channel.sender().send(1);
        assertThat(channel.receiver().receive()).isEqualTo(1);
    }

    @Test
    void send_rendezvousInterrupted_takesTheMessageBack() {
        var channel = Channel.<Integer>bounded(0);
        var producer = Threads.startAndAwaitWaiting(() -> channel.sender().send(1));
        producer.interrupt();
        assertThatThrownBy(producer::end).hasCauseInstanceOf(WaitInterruptedException.class);
        assertThat(channel.receiver().tryReceive()).isEmpty();
    }

    @Test
    void receive_whileAnotherThreadWaits_refused() {
        var channel = Channel.<Integer>unbounded();
        var consumer = Threads.startAndAwaitWaiting(() -> channel.receiver().receive());
        assertThatThrownBy(channel.receiver()::receive)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(consumer.name())
                .hasMessageContaining("Mutex");
        assertThatThrownBy(channel.receiver()::tryReceive)
                .isInstanceOf(IllegalStateException.class);
        channel.sender().send(1);
        consumer.end();
    }

    @Test
    void bounded_negative_refused() {
        assertThatThrownBy(() -> Channel.bounded(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity is -1; it must be 0 or more");
    }
}
