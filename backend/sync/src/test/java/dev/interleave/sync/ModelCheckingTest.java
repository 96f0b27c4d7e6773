package dev.interleave.sync;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Small programs, each under many interleavings that Lincheck chooses. It also tells when a
/// program hangs.
///
/// What threads share stands in static fields: Lincheck does not see that something a lambda has
/// captured is shared, and then does not switch threads where it is used.
class ModelCheckingTest {
    private static final int INTERLEAVINGS = 25;

    private static int unguarded;
    private static boolean isSent;
    private static Mutex<Integer> counter = new Mutex<>(0);
    private static RwLock<Pair> pair = new RwLock<>(new Pair());
    private static Channel<Integer> channel = Channel.unbounded();
    private static CompletableFuture<Integer> future = new CompletableFuture<>();

    private static final class Pair {
        private int left;
        private int right;

        void add() {
            left++;
            right++;
        }
    }

    private static void require(boolean claim, String otherwise) {
        if (!claim) {
            throw new AssertionError(otherwise);
        }
    }

    /// Without this the others would show nothing.
    @Test
    void lincheck_unguardedCounter_findsTheLostUpdate() {
        assertThatThrownBy(() ->
                        Lincheck.runConcurrentTest(
                                INTERLEAVINGS,
                                () -> {
                                    unguarded = 0;
                                    Threads.runBoth(() -> unguarded++, () -> unguarded++);
                                    require(unguarded == 2, "an update was lost");
                                }))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("an update was lost");
    }

    @Test
    void lincheck_twoMutexesCrosswise_findsTheDeadlock() {
        assertThatThrownBy(() ->
                        Lincheck.runConcurrentTest(
                                INTERLEAVINGS,
                                () -> {
                                    counter = new Mutex<>(0);
                                    pair = new RwLock<>(new Pair());
                                    Threads.runBoth(
                                            () -> counter.with(n -> pair.withWrite(p -> n)),
                                            () -> pair.withWrite(p -> counter.with(n -> n)));
                                }))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("hung");
    }

    @Test
    void mutex_twoThreads_noUpdateIsLost() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    counter = new Mutex<>(0);
                    Threads.runBoth(
                            () -> counter.update(n -> n + 1),
                            ModelCheckingTest::incrementWithGuard);
                    require(counter.with(n -> n) == 2, "an update was lost");
                });
    }

    private static void incrementWithGuard() {
        try (var guard = counter.lock()) {
            guard.set(guard.get() + 1);
        }
    }

    @Test
    void mutex_onePanics_othersSeeSoundOrPoisoned() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    counter = new Mutex<>(0);
                    Threads.runBoth(
                            ModelCheckingTest::panic,
                            () -> {
                                try {
                                    counter.update(n -> n + 1);
                                } catch (PoisonedException e) {
                                    require(counter.isPoisoned(), "poison does not go away");
                                }
                            });
                    require(counter.isPoisoned(), "the panic was not noticed");
                    require(counter.tryAcquire(), "somebody still has the lock");
                });
    }

    private static void panic() {
        try {
            counter.use(n -> {
                throw new IllegalArgumentException("panic");
            });
        } catch (IllegalArgumentException e) {
            require("panic".equals(e.getMessage()), "another exception");
        }
    }

    @Test
    void rwLock_oneWriter_readersSeeAllOrNothing() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    pair = new RwLock<>(new Pair());
                    Threads.runBoth(() -> pair.useWrite(Pair::add), ModelCheckingTest::readPair);
                    require(pair.withRead(p -> p.right) == 1, "the writer was lost");
                });
    }

    private static void readPair() {
        try (var first = pair.read();
                var second = pair.read()) {
            require(first.get().left == second.get().right, "half a change was seen");
        }
    }

    @Test
    void rwLock_twoWriters_noUpdateIsLost() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    pair = new RwLock<>(new Pair());
                    Threads.runBoth(
                            () -> pair.useWrite(Pair::add),
                            () -> {
                                try (var guard = pair.write()) {
                                    guard.get().add();
                                }
                            });
                    require(pair.withRead(p -> p.left + p.right) == 4, "an update was lost");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Integer.MAX_VALUE})
    void channel_twoProducers_allArriveOnceAndInOrder(int capacity) {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    channel = Channel.bounded(capacity);
                    Sender<Integer> second = channel.sender().clone();
                    Threads.Body one = Threads.start(() -> produce(channel.sender(), 10));
                    Threads.Body other = Threads.start(() -> produce(second, 20));
                    int tens = 10;
                    int twenties = 20;
                    for (int message : channel.receiver()) {
                        if (message < 20) {
                            require(message == tens++, "the first producer's order");
                        } else {
                            require(message == twenties++, "the second producer's order");
                        }
                    }
                    require(tens == 12 && twenties == 22, "a message was lost");
                    one.end();
                    other.end();
                });
    }

    private static void produce(Sender<Integer> sender, int from) {
        try (sender) {
            sender.send(from);
            sender.send(from + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void channel_receiverCloses_noSenderHangs(int capacity) {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    channel = Channel.bounded(capacity);
                    Threads.runBoth(
                            () -> {
                                try {
                                    produce(channel.sender(), 1);
                                } catch (ChannelClosedException e) {
                                    require(
                                            e.toString().contains("the receiver is closed"),
                                            "another reason");
                                }
                            },
                            () -> {
                                try (var receiver = channel.receiver()) {
                                    require(receiver.receive() == 1, "another message");
                                }
                            });
                });
    }

    /// What `trySend` says of a rendezvous is true: the receiver gets it.
    @Test
    void channel_tryRendezvous_isReceivedIffSent() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    channel = Channel.bounded(0);
                    isSent = false;
                    Threads.Body sender =
                            Threads.start(() -> {
                                try (var end = channel.sender()) {
                                    isSent = end.trySend(1);
                                }
                            });
                    boolean isReceived = channel.receiver().iterator().hasNext();
                    sender.end();
                    require(isSent == isReceived, "sent and received differ");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void select_futureAndChannel_exactlyOneWinsAndNothingIsLost(int capacity) {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    channel = Channel.bounded(capacity);
                    future = new CompletableFuture<>();
                    Threads.Body sender = Threads.start(() -> channel.sender().send(2));
                    Threads.Body completer = Threads.start(() -> future.complete(1));
                    int winner =
                            Select.<Integer>first()
                                    .on(channel.receiver(), message -> message)
                                    .on(future, value -> value)
                                    .await();
                    require(future.isDone(), "a loser is cancelled, a winner is done");
                    if (winner == 1) {
                        require(!future.isCancelled(), "the winner was cancelled");
                        require(channel.receiver().receive() == 2, "the message was lost");
                    } else {
                        require(winner == 2, "nobody sent this");
                        require(channel.receiver().tryReceive().isEmpty(), "received twice");
                    }
                    sender.end();
                    completer.end();
                });
    }

    /// The message may come before the select looks, after, or just in between.
    @Test
    void select_oneMessage_isNeverMissed() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    channel = Channel.unbounded();
                    Threads.Body sender = Threads.start(() -> channel.sender().send(1));
                    int got = Select.<Integer>first().on(channel.receiver(), n -> n).await();
                    require(got == 1, "another message");
                    sender.end();
                });
    }

    @Test
    void select_twoChannels_loserKeepsItsMessage() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    channel = Channel.unbounded();
                    Channel<Integer> other = Channel.unbounded();
                    Threads.Body first = Threads.start(() -> channel.sender().send(1));
                    Threads.Body second = Threads.start(() -> other.sender().send(2));
                    int winner = selectOf(channel, other);
                    int loser = selectOf(channel, other);
                    require(winner + loser == 3, "a message was lost or doubled");
                    first.end();
                    second.end();
                });
    }

    private static int selectOf(Channel<Integer> one, Channel<Integer> other) {
        return Select.<Integer>first()
                .on(one.receiver(), message -> message)
                .on(other.receiver(), message -> message)
                .await();
    }

    @Test
    void select_lastSenderCloses_endsInsteadOfHanging() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    channel = Channel.unbounded();
                    Threads.Body closer = Threads.start(() -> channel.sender().close());
                    boolean hasEnded = false;
                    try {
                        Select.<Integer>first().on(channel.receiver(), n -> n).await();
                    } catch (ChannelClosedException e) {
                        hasEnded = true;
                    }
                    require(hasEnded, "there was nothing to receive");
                    closer.end();
                });
    }

    @Test
    void select_withTimeout_eitherMessageOrTimeout() {
        Lincheck.runConcurrentTest(
                INTERLEAVINGS,
                () -> {
                    channel = Channel.unbounded();
                    Threads.Body sender = Threads.start(() -> channel.sender().send(1));
                    int got =
                            Select.<Integer>first()
                                    .on(channel.receiver(), message -> message)
                                    .timeout(Duration.ofNanos(1), () -> 0)
                                    .await();
                    sender.end();
                    require(
                            channel.receiver().tryReceive().isPresent() == (got == 0),
                            "a message was lost or doubled");
                });
    }
}
