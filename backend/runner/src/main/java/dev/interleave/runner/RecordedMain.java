package dev.interleave.runner;

import dev.interleave.probe.Recording;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/// Runs any main class of the class path on the runner image with recording on, and throws the
/// records away: what the probes do to a program can be tried without a server.
///
/// Arguments: the main class, and its own. Ends as the program does; on standard error it says how
/// many events were recorded.
public final class RecordedMain {
    private RecordedMain() {}

    /// See the class.
    public static void main(String[] arguments) throws Throwable {
        if (arguments.length == 0) {
            System.err.println("usage: MAIN_CLASS ARGUMENT...");
            System.exit(2);
        }
        Class<?> type = Class.forName(arguments[0], false, ClassLoader.getSystemClassLoader());
        Method main = type.getMethod("main", String[].class);
        main.setAccessible(true); // of a class that is not public, as the `java` launcher has it
        var open = new AtomicReference<@Nullable DiscardingRecording>();
        Runnable tell =
                () -> {
                    DiscardingRecording recording = open.getAndSet(null);
                    if (recording != null) {
                        System.err.println("recorded events: " + recording.events());
                    }
                };
        // The virtual machine ends by itself, which only a hook hears of, or is halted, of which
        // hooks hear nothing.
        Runtime.getRuntime().addShutdownHook(new Thread(tell, "interleave-end"));
        open.set(DiscardingRecording.open(tell));
        Recording.adoptCurrent();
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
