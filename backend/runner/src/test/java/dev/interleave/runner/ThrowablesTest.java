package dev.interleave.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome.OverLimit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThrowablesTest {
    private static final StackTraceElement BOOM = frame("Main", "boom", "Main.java", 7);
    private static final StackTraceElement LIBRARY =
            frame("java.util.ArrayList", "forEach", "ArrayList.java", 1_596);
    private static final StackTraceElement MAIN = frame("Main", "main", "Main.java", 3);
    private static final StackTraceElement HANDLE =
            frame("java.lang.invoke.DirectMethodHandle$Holder", "invokeStatic", null, -1);
    private static final StackTraceElement METHOD =
            frame("java.lang.reflect.Method", "invoke", "Method.java", 565);
    private static final StackTraceElement OURS =
            frame("dev.interleave.runner.Entry", "call", "Entry.java", 40);
    private static final StackTraceElement THREAD =
            frame("java.lang.Thread", "run", "Thread.java", 1_474);

    @SuppressWarnings("NullAway") // a frame without a file is one with null
    private static StackTraceElement frame(
            String type, String method, @Nullable String file, int line) {
        return new StackTraceElement(type, method, file, line);
    }

    private static Exception thrownAt(StackTraceElement... frames) {
        var thrown = new Exception("boom");
        thrown.setStackTrace(frames);
        return thrown;
    }

    /// Throws from everything that may be overridden.
    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no stack trace");
        }
    }

    @Test
    void describe_withMessage_isClassAndMessage() {
        assertThat(Throwables.describe(new IllegalStateException("no money")))
                .isEqualTo("java.lang.IllegalStateException: no money");
    }

    @Test
    void describe_withoutMessage_isClass() {
        assertThat(Throwables.describe(new IllegalStateException()))
                .isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void describe_longMessage_isShortened() {
        assertThat(Throwables.describe(new Exception("x".repeat(10_000))))
                .startsWith("java.lang.Exception: xxx")
                .endsWith("x…")
                .hasSize(201);
    }

    @Test
    void describe_messageThatThrows_isClass() {
        assertThat(Throwables.describe(new Hostile())).isEqualTo(Hostile.class.getName());
    }

    @Test
    void hideOurFrames_runnerBelowProgram_isCutWithItsReflection() {
        Exception thrown = thrownAt(BOOM, LIBRARY, MAIN, HANDLE, METHOD, OURS, THREAD);

        Throwables.hideOurFrames(thrown);

        assertThat(thrown.getStackTrace()).containsExactly(BOOM, LIBRARY, MAIN);
    }

    @Test
    void hideOurFrames_threadOfTheProgram_staysWhole() {
        Exception thrown = thrownAt(BOOM, THREAD);

        Throwables.hideOurFrames(thrown);

        assertThat(thrown.getStackTrace()).containsExactly(BOOM, THREAD);
    }

    @Test
    void hideOurFrames_reflectionOfTheProgram_stays() {
        Exception thrown = thrownAt(BOOM, METHOD, MAIN, METHOD, OURS, THREAD);

        Throwables.hideOurFrames(thrown);

        assertThat(thrown.getStackTrace()).containsExactly(BOOM, METHOD, MAIN);
    }

    @Test
    void hideOurFrames_cause_isCutToo() {
        Exception cause = thrownAt(BOOM, METHOD, OURS, THREAD);

        Throwables.hideOurFrames(new Exception("outer", cause));

        assertThat(cause.getStackTrace()).containsExactly(BOOM);
    }

    @Test
    void hideOurFrames_causesInACircle_ends() {
        var first = new Exception("first");
        first.initCause(new Exception("second", first));

        assertThatCode(() -> Throwables.hideOurFrames(first)).doesNotThrowAnyException();
    }

    @Test
    void hideOurFrames_hostile_throwsNothing() {
        assertThatCode(() -> Throwables.hideOurFrames(new Hostile())).doesNotThrowAnyException();
    }

    @Test
    void lineOf_framesOfTheProgram_isTheFirst() {
        assertThat(Throwables.lineOf(thrownAt(LIBRARY, BOOM, MAIN))).hasValue(7);
    }

    @Test
    void lineOf_noFrameOfTheProgram_isEmpty() {
        assertThat(Throwables.lineOf(thrownAt(LIBRARY, THREAD))).isEmpty();
    }

    @Test
    void lineOf_hostile_isEmpty() {
        assertThat(Throwables.lineOf(new Hostile())).isEmpty();
    }

    @Test
    void outOfMemory_heap_saysItsLimit() {
        assertThat(
                        Throwables.outOfMemory(
                                new OutOfMemoryError("Java heap space"), RunLimits.DEFAULT))
                .isEqualTo(
                        new OverLimit(
                                Limit.HEAP,
                                "The program ran out of memory: the limit is 384 MB of Java"
                                        + " heap."));
    }

    @Test
    void outOfMemory_thread_isOverThreads() {
        assertThat(
                        Throwables.outOfMemory(
                                new OutOfMemoryError("unable to create native thread"),
                                RunLimits.DEFAULT))
                .isInstanceOfSatisfying(
                        OverLimit.class, over -> assertThat(over.limit()).isEqualTo(Limit.THREADS));
    }

    @Test
    void outOfMemory_withoutMessage_isOverNativeMemory() {
        assertThat(Throwables.outOfMemory(new OutOfMemoryError(), RunLimits.DEFAULT))
                .isInstanceOfSatisfying(
                        OverLimit.class,
                        over -> assertThat(over.limit()).isEqualTo(Limit.NATIVE_MEMORY));
    }
}
