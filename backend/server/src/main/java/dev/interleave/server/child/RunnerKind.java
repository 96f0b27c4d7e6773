package dev.interleave.server.child;

import dev.interleave.model.run.RunLimits;
import dev.interleave.sandbox.ConfinedJvm;
import dev.interleave.sandbox.ProcessLimits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How a runner is started.
public enum RunnerKind {
    /// Runs threads as the real scheduler does.
    LIVE(RunLimits.DEFAULT.cpuMillis()),

    /// Decides every switch itself.
    CONTROLLED(controlledCpuMillis(RunLimits.MAX_WALL_MILLIS));

    static final String MAIN = "dev.interleave.runner.RunnerMain";

    /// Stacks, code, metaspace and the JVM itself, beside the heap.
    private static final long BESIDE_HEAP_BYTES = 400L << 20;

    private static final long ADDRESS_SPACE_BYTES = 3L << 30;

    /// The JVM's own threads and carriers, beside the program's.
    private static final int OWN_THREADS = 60;

    private final int maxCpuMillis;

    RunnerKind(int maxCpuMillis) {
        this.maxCpuMillis = maxCpuMillis;
    }

    /// The kind that a run needs.
    public static RunnerKind of(boolean isControlled) {
        return isControlled ? CONTROLLED : LIVE;
    }

    /// Processor time of a run that decides every switch itself and takes this long: it is busy all
    /// the time, and the JVM compiles and collects beside it.
    public static int controlledCpuMillis(int wallMillis) {
        return 2 * wallMillis + 10_000;
    }

    /// The flags that decide what a start-up archive is good for: the same when it is made and when
    /// it is used.
    static List<String> flags(String app, List<Path> jars) {
        String classPath =
                jars.stream()
                        .map(jar -> app + "/" + jar.getFileName())
                        .collect(Collectors.joining(":"));
        return List.of("-XX:+UseSerialGC", "--enable-preview", "-cp", classPath);
    }

    /// A runner on this image.
    ConfinedJvm on(Path image, List<Path> jars) {
        RunLimits limits = RunLimits.DEFAULT;
        String app = ConfinedJvm.HOME + "/app";
        var flags = new ArrayList<String>();
        flags.add("-XX:AOTCache=" + app + "/runner.aot");
        flags.addAll(flags(app, jars));
        flags.addAll(
                List.of(
                        "-Xms32m",
                        "-Xmn16m",
                        "-Xmx" + limits.heapBytes(),
                        "-Xss512k",
                        "-XX:MaxMetaspaceSize=64m",
                        "-XX:CompressedClassSpaceSize=32m",
                        "-XX:ReservedCodeCacheSize=48m",
                        "-XX:MaxDirectMemorySize=16m"));
        flags.addAll(ownFlags());
        var process =
                ProcessLimits.of(
                        maxCpuMillis / 1_000 + 2,
                        limits.heapBytes() + BESIDE_HEAP_BYTES,
                        ADDRESS_SPACE_BYTES,
                        limits.threads() + OWN_THREADS);
        return new ConfinedJvm(image, List.of(), MAIN, flags, process);
    }

    /// What a program sees of the machine, and makes as many threads as, is the same on every
    /// machine where a schedule is to be so.
    private List<String> ownFlags() {
        return switch (this) {
            case LIVE -> List.of("-XX:ActiveProcessorCount=2");
            case CONTROLLED -> List.of("-XX:ActiveProcessorCount=4");
        };
    }
}
