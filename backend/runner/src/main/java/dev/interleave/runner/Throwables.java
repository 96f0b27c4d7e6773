package dev.interleave.runner;

import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.run.RunOutcome;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.OptionalInt;

/// What is said of exceptions that reached the end of a thread.
final class Throwables {
    private static final String OURS = "dev.interleave.runner.";
    private static final int MAX_CAUSES = 16;

    private Throwables() {}

    /// Its class and message, shortened. The message comes from the program, which may throw there
    /// too.
    static String describe(Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (Throwable hostile) {
            message = null;
        }
        String name = thrown.getClass().getName();
        String text = message == null ? name : name + ": " + message;
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /// Takes the runner's frames, below the program's first one, off the stack traces.
    static void hideOurFrames(Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; at != null && i < MAX_CAUSES; i++) {
            hideOurFramesOf(at);
            at = causeOf(at);
        }
    }

    private static void hideOurFramesOf(Throwable thrown) {
        try {
            StackTraceElement[] frames = thrown.getStackTrace();
            int end = firstOfOurs(frames);
            if (end < frames.length) {
                thrown.setStackTrace(Arrays.copyOf(frames, end));
            }
        } catch (Throwable hostile) {
            // The program may override both methods; then the frames stay as they are.
        }
    }

    /// The line of the source it was thrown at, as far as its stack trace tells.
    static OptionalInt lineOf(Throwable thrown) {
        try {
            return Arrays.stream(thrown.getStackTrace())
                    .filter(frame ->
                            "Main.java".equals(frame.getFileName()) && frame.getLineNumber() > 0)
                    .mapToInt(StackTraceElement::getLineNumber)
                    .findFirst();
        } catch (Throwable hostile) {
            return OptionalInt.empty();
        }
    }

    private static int firstOfOurs(StackTraceElement[] frames) {
        int first = frames.length;
        for (int i = frames.length - 1; i >= 0; i--) {
            String type = frames[i].getClassName();
            boolean isBelowProgram =
                    type.startsWith(OURS)
                            || type.startsWith("java.lang.invoke.")
                            || type.startsWith("jdk.internal.reflect.")
                            || (type.equals("java.lang.reflect.Method")
                                    || type.equals("java.lang.Thread"));
            if (!isBelowProgram) {
                return first;
            }
            if (type.startsWith(OURS) || first < frames.length) {
                first = i;
            }
        }
        return frames.length;
    }

    private static @Nullable Throwable causeOf(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable hostile) {
            return null;
        }
    }

    /// Of what kind of thread there are more than `limit`.
    static RunOutcome tooManyThreads(int limit, @Nullable String what) {
        return new RunOutcome.OverLimit(
                Limit.THREADS,
                "The program started too many threads: the limit is " + limit + " " + what + ".");
    }

    /// Which memory ran out.
    static RunOutcome outOfMemory(OutOfMemoryError error, RunLimits limits) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("native thread")) {
            return new RunOutcome.OverLimit(
                    Limit.THREADS,
                    "The program started more threads than this machine gives it: "
                            + message
                            + ".");
        }
        if (message.contains("heap space")
                || message.contains("GC overhead")
                || message.contains("array size")) {
            return new RunOutcome.OverLimit(
                    Limit.HEAP,
                    "The program ran out of memory: the limit is "
                            + (limits.heapBytes() >> 20)
                            + " MB of Java heap.");
        }
        return new RunOutcome.OverLimit(
                Limit.NATIVE_MEMORY,
                "The program ran out of memory outside the Java heap: " + message + ".");
    }
}
