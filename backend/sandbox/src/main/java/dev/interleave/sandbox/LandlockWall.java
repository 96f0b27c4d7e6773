package dev.interleave.sandbox;

import dev.interleave.sandbox.lockdown.LockdownPlan;
import dev.interleave.sandbox.lockdown.Resource;
import dev.interleave.sandbox.seccomp.Architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The wall that needs no package: our own launcher with Landlock and seccomp. It works inside a
/// container that forbids new namespaces.
final class LandlockWall implements Wall {
    /// The kernel counts threads by user here, over all runs, so that the bound of one is no use;
    /// this is what so many runs at their bound have together.
    private static final int RUNS_BEFORE_THREADS_END = 16;

    private final Programs programs;
    private final Architecture architecture;
    private final Identity identity;
    private final Staging staging;
    private final Launcher launcher;
    private final Map<Path, JavaRuntime> runtimes = new ConcurrentHashMap<>();

    /// The wall; its launcher runs on the JDK `serverJdk`.
    LandlockWall(
            Programs programs,
            Architecture architecture,
            Identity identity,
            Staging staging,
            Path serverJdk) {
        this.programs = programs;
        this.architecture = architecture;
        this.identity = identity;
        this.staging = staging;
        this.launcher = Launcher.recorded(staging.reachable(serverJdk), staging);
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.LANDLOCK;
    }

    @Override
    public int generationsToJava() {
        return 0;
    }

    @Override
    public List<String> command(ConfinedJvm jvm) {
        List<String> command = new ArrayList<>(ChildPipes.moved(programs));
        command.addAll(identity.prefix(programs));
        programs.find("nice").ifPresent(nice -> command.addAll(Limits.nice(nice)));
        command.addAll(launcher.command());
        command.addAll(plan(jvm).toArguments());
        return command;
    }

    private LockdownPlan plan(ConfinedJvm jvm) {
        JavaRuntime runtime =
                runtimes.computeIfAbsent(
                        jvm.javaHome(),
                        home -> JavaRuntime.of(staging.reachable(home), architecture));
        List<Path> classPath = jvm.classPath().stream().map(staging::reachable).toList();
        List<Path> readable = new ArrayList<>();
        readable.add(runtime.home());
        readable.addAll(runtime.libraries().values());
        readable.addAll(runtime.linked());
        readable.addAll(classPath);
        readable.addAll(List.of(Path.of("/dev/urandom"), Path.of("/dev/random")));
        return new LockdownPlan(
                List.of(runtime.home().resolve("bin/java"), runtime.loader()),
                readable,
                List.of(Path.of("/dev/null")),
                limits(jvm.limits()),
                Wall.environment(libraryPath(runtime)),
                Wall.javaCommand(
                        jvm,
                        runtime.home().toString(),
                        classPath.stream().map(Path::toString).toList()));
    }

    /// The folders of the libraries: the loader's own index is a file we do not open.
    private static String libraryPath(JavaRuntime runtime) {
        Stream<Path> folders =
                Stream.concat(
                        Stream.of(runtime.home().resolve("lib")),
                        runtime.libraries().values().stream().map(Path::getParent).sorted());
        return String.join(":", folders.map(Path::toString).distinct().toList());
    }

    private static Map<Resource, Long> limits(ProcessLimits limits) {
        Map<Resource, Long> values = new EnumMap<>(Resource.class);
        values.put(Resource.CORE, 0L);
        values.put(Resource.LOCKED_MEMORY, 0L);
        values.put(Resource.MESSAGE_QUEUES, 0L);
        values.put(Resource.PENDING_SIGNALS, 256L);
        values.put(Resource.CPU, (long) limits.cpuSeconds());
        values.put(Resource.FILE_SIZE, limits.fileBytes());
        values.put(Resource.OPEN_FILES, (long) limits.openFiles());
        values.put(Resource.STACK, limits.stackBytes());
        values.put(Resource.PROCESSES, (long) limits.threads() * RUNS_BEFORE_THREADS_END);
        values.put(Resource.DATA, limits.dataBytes());
        values.put(Resource.ADDRESS_SPACE, limits.addressSpaceBytes());
        return values;
    }
}
