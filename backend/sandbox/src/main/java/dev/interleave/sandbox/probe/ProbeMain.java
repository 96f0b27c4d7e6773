package dev.interleave.sandbox.probe;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// Tries to break out of a wall, one way after the other, and says what worked. Speaks lines of
/// text: reads the lines of a [ProbeTarget], answers `held <check>` or `broke <check>: <how>` for
/// each check and `end`, and ends when its input does.
public final class ProbeMain {
    /// The flags without which it cannot reach its pipes.
    public static final String NEEDED_FLAG = "--add-opens=java.base/java.io=ALL-UNNAMED";

    /// Starts the answer for a check that the wall passed.
    public static final String HELD = "held ";

    /// Starts the answer for a check that the wall failed.
    public static final String BROKE = "broke ";

    /// The last line.
    public static final String END = "end";

    private static final int TO_SERVER = 3;
    private static final int FROM_SERVER = 4;

    private ProbeMain() {}

    /// Takes no arguments.
    public static void main(String[] arguments) throws Exception {
        try (BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        new FileInputStream(descriptor(FROM_SERVER)),
                                        StandardCharsets.UTF_8));
                PrintStream out =
                        new PrintStream(
                                new FileOutputStream(descriptor(TO_SERVER)),
                                true,
                                StandardCharsets.UTF_8)) {
            ProbeTarget target =
                    ProbeTarget.fromLine(Objects.requireNonNull(in.readLine(), "no target"));
            for (Map.Entry<String, Attempt> check : Attempts.on(target).entrySet()) {
                out.println(answer(check.getKey(), check.getValue()));
            }
            out.println(END);
            waitForEnd(in);
        }
    }

    private static String answer(String check, Attempt attempt) {
        try {
            return attempt.success()
                    .map(how -> BROKE + check + ": " + how.replace('\n', ' '))
                    .orElse(HELD + check);
        } catch (Exception | OutOfMemoryError _) {
            return HELD + check;
        }
    }

    private static void waitForEnd(BufferedReader in) throws IOException {
        while (in.readLine() != null) {
            // Only the end matters.
        }
    }

    /// A descriptor by its number: there is no other way without `/proc`.
    private static FileDescriptor descriptor(int number) throws ReflectiveOperationException {
        Constructor<FileDescriptor> constructor =
                FileDescriptor.class.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        return constructor.newInstance(number);
    }
}
