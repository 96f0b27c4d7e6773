package dev.interleave.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/// Prints how long compiling takes, first and when warm, in wall-clock and this thread's CPU time.
/// A command, not a test: run it with the flags of [CompilerMain].
final class CompileTimes {
    private static final int ROUNDS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CompileTimes() {}

    /// Compiles each of the named programs many times.
    public static void main(String[] names) throws IOException {
        for (String name : names.length > 0 ? names : new String[] {"sealed-messages", "timers"}) {
            try (var compiler = new SnippetCompiler(ClassWeaver::probes, List.of())) {
                measure(compiler, name, read("/programs/" + name + ".java"));
            }
        }
    }

    private static void measure(SnippetCompiler compiler, String name, String text) {
        var wall = new ArrayList<Long>();
        var cpu = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            compiler.prepare();
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            compiler.compile(text);
            wall.add(System.nanoTime() - before);
            cpu.add(THREADS.getCurrentThreadCpuTime() - cpuBefore);
        }
        System.out.printf(
                "%s: first %.1f ms, then median %.1f ms, %.1f ms CPU%n",
                name, millis(wall.getFirst()), millis(median(wall)), millis(median(cpu)));
    }

    private static long median(List<Long> nanos) {
        var warm = new ArrayList<>(nanos.subList(ROUNDS / 2, ROUNDS));
        Collections.sort(warm);
        return warm.get(warm.size() / 2);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static String read(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CompileTimes.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
