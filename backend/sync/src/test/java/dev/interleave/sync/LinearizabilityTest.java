package dev.interleave.sync;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;

/// Whatever operations threads call at once, the results are those of some order of them: under
/// interleavings that Lincheck chooses, and under those of the real scheduler.
class LinearizabilityTest {
    static List<Options<?, ?>> ways() {
        return List.of(
                new ModelCheckingOptions()
                        .iterations(3)
                        .invocationsPerIteration(60)
                        .threads(2)
                        .actorsPerThread(3),
                new StressOptions()
                        .iterations(3)
                        .invocationsPerIteration(500)
                        .threads(3)
                        .actorsPerThread(3));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void mutex_anyOperations_linearizable(Options<?, ?> way) {
        way.check(MutexOperations.class);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void rwLock_anyOperations_linearizable(Options<?, ?> way) {
        way.check(RwLockOperations.class);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void channel_operationsThatDoNotWait_linearizable(Options<?, ?> way) {
        way.check(ChannelOperations.class);
    }

    /// What threads do with a mutex.
    public static final class MutexOperations {
        private final Mutex<Integer> mutex = new Mutex<>(0);

        /// One operation.
        @Operation
        public int add(@Param(gen = IntGen.class, conf = "1:3") int number) {
            return mutex.update(old -> old + number);
        }

        /// One operation.
        @Operation
        public int swap(@Param(gen = IntGen.class, conf = "1:3") int number) {
            try (var guard = mutex.lock()) {
                int old = guard.get();
                guard.set(number);
                return old;
            }
        }

        /// One operation.
        @Operation
        public void panic() {
            mutex.use(_ -> {
                throw new UnsupportedOperationException("panic");
            });
        }

        /// One operation.
        @Operation
        public void repair() {
            try (var guard = mutex.lockAnyway()) {
                guard.set(0);
                mutex.clearPoison();
            }
        }
    }

    /// What threads do with a lock for readers and writers.
    public static final class RwLockOperations {
        private final RwLock<Integer> lock = new RwLock<>(0);

        /// One operation.
        @Operation
        public int read() {
            try (var guard = lock.read()) {
                return guard.get();
            }
        }

        /// One operation.
        @Operation
        public int add(@Param(gen = IntGen.class, conf = "1:3") int number) {
            return lock.update(old -> old + number);
        }

        /// One operation.
        @Operation
        public int swap(@Param(gen = IntGen.class, conf = "1:3") int number) {
            try (var guard = lock.write()) {
                int old = guard.get();
                guard.set(number);
                return old;
            }
        }
    }

    /// What threads do with a channel, all but wait.
    public static final class ChannelOperations {
        private final Channel<Integer> channel = Channel.bounded(2);

        /// One operation.
        @Operation
        public boolean trySend(@Param(gen = IntGen.class, conf = "1:3") int number) {
            return channel.sender().trySend(number);
        }

        /// One operation, of the one consumer.
        @Operation(nonParallelGroup = "consumer")
        public Optional<Integer> tryReceive() {
            return channel.receiver().tryReceive();
        }

        /// One operation.
        @Operation
        public void closeSender() {
            channel.sender().close();
        }

        /// One operation, of the one consumer.
        @Operation(nonParallelGroup = "consumer")
        public void closeReceiver() {
            channel.receiver().close();
        }
    }
}
