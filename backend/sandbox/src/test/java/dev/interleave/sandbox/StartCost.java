package dev.interleave.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures what it costs to start a confined JVM until its program says that it is ready, at every
/// level that this machine has. A command, not a test: `java -cp target/classes:target/test-classes
/// dev.interleave.sandbox.StartCost`
final class StartCost {
    private static final int WARM_UP = 5;
    private static final int STARTS = 20;

    // Places in `/proc/self/stat` after the name: processor time of children that have ended.
    private static final int CHILDREN_USER_TICKS = 13;
    private static final int CHILDREN_SYSTEM_TICKS = 14;
    private static final double MILLIS_PER_TICK = 10;

    private StartCost() {}

    public static void main(String[] arguments) throws Exception {
        Path cache = Files.createTempDirectory("interleave-start-cost");
        System.out.printf(
                "%-10s %12s %15s %10s%n", "level", "ready, ms", "CPU, ms (mean)", "RSS, MB");
        for (SandboxLevel level : SandboxLevel.values()) {
            if (SandboxSearch.run(SandboxSetup.strongest(cache).only(level))
                    instanceof SandboxOffer.Found(Sandbox sandbox, _)) {
                try (sandbox) {
                    report(sandbox);
                }
            }
        }
        Files.delete(cache);
    }

    private static void report(Sandbox sandbox) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            start(sandbox);
        }
        double ticks = childrenTicks();
        List<Start> starts = IntStream.range(0, STARTS).mapToObj(_ -> start(sandbox)).toList();
        double childrenMillis = (childrenTicks() - ticks) * MILLIS_PER_TICK / STARTS;
        // The kernel counts a JVM in a process namespace of its own for nobody.
        double jvmMillis =
                starts.stream().mapToLong(start -> start.cpu().toMillis()).average().orElseThrow();
        double cpuMillis =
                sandbox.level() == SandboxLevel.BWRAP ? childrenMillis + jvmMillis : jvmMillis;
        System.out.printf(
                "%-10s %12.1f %15.1f %10.1f%n",
                sandbox.level().text(),
                median(starts.stream().map(Start::ready).map(Duration::toNanos)) / 1e6,
                cpuMillis,
                median(starts.stream().map(Start::residentBytes)) / 1e6);
    }

    private record Start(Duration ready, Duration cpu, long residentBytes) {}

    private static Start start(Sandbox sandbox) {
        long begin = System.nanoTime();
        try (Inmate inmate = Inmate.start(sandbox)) {
            Duration ready = Duration.ofNanos(System.nanoTime() - begin);
            Duration cpu = inmate.process().cpuTime();
            long resident = inmate.process().residentBytes();
            inmate.tell("exit 0");
            inmate.process().waitFor(Duration.ofSeconds(10));
            return new Start(ready, cpu, resident);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double childrenTicks() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Double.parseDouble(fields[CHILDREN_USER_TICKS])
                + Double.parseDouble(fields[CHILDREN_SYSTEM_TICKS]);
    }

    private static double median(Stream<Long> values) {
        List<Long> sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
