package dev.interleave.sandbox;

import dev.interleave.sandbox.seccomp.Architecture;
import dev.interleave.sandbox.seccomp.SeccompFilter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The strongest wall: `bubblewrap`.
final class BwrapWall implements Wall {
    /*
     * Inside there are: the Java home, the class path, the libraries a JVM links, the loader,
     * prlimit, /dev/null and random numbers. No /proc (a JVM can write its own memory through it,
     * and bwrap's own environment would be readable), no /etc, no /tmp, no shell, and a root that
     * is read-only, as an unbounded number of empty files is memory too.
     *
     * The number of threads is limited inside the user namespace, where it counts this run alone;
     * outside, all runs of one user would share it. Everything else is limited outside, so that
     * bwrap and prlimit live under the limits as well.
     */

    private static final String HOME_INSIDE = "/jdk";
    private static final String LIBRARIES_INSIDE = "/lib64";
    private static final String PRLIMIT_INSIDE = "/bin/prlimit";

    private final Programs programs;
    private final Architecture architecture;
    private final Identity identity;
    private final Staging staging;
    private final Path filter;
    private final Path prlimit;
    private final Map<String, Path> librariesOfPrlimit;
    private final boolean forbidsNamespaces;
    private final Map<Path, JavaRuntime> runtimes = new ConcurrentHashMap<>();

    /// The wall; its filter is written into the staging folder.
    BwrapWall(Programs programs, Architecture architecture, Identity identity, Staging staging) {
        this.programs = programs;
        this.architecture = architecture;
        this.identity = identity;
        this.staging = staging;
        this.filter =
                staging.write(
                        "filter.bpf",
                        SeccompFilter.forJvm(architecture, SeccompFilter.PID_INSIDE_BWRAP)
                                .toBytes());
        this.prlimit = Path.of(programs.require("prlimit", "util-linux"));
        this.librariesOfPrlimit = librariesOf(prlimit, architecture);
        this.forbidsNamespaces =
                helpOf(programs.require("bwrap", "bubblewrap")).contains("--disable-userns");
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.BWRAP;
    }

    @Override
    public int generationsToJava() {
        return 2;
    }

    @Override
    public List<String> command(ConfinedJvm jvm) {
        JavaRuntime runtime =
                runtimes.computeIfAbsent(
                        jvm.javaHome(),
                        home -> JavaRuntime.of(staging.reachable(home), architecture));
        List<String> command = new ArrayList<>(ChildPipes.withFilter(programs, filter));
        command.addAll(identity.prefix(programs));
        command.addAll(Limits.niceAndLimits(programs, jvm.limits()));
        command.addAll(namespaces());
        command.addAll(files(runtime));
        Map<String, Path> classPath = classPathByPlace(jvm);
        classPath.forEach((inside, outside) -> command.addAll(readOnly(outside, inside)));
        command.addAll(List.of("--remount-ro", "/", "--chdir", "/"));
        command.addAll(List.of("--seccomp", ChildPipes.FILTER_DESCRIPTOR, "--"));
        command.addAll(List.of(PRLIMIT_INSIDE, Limits.threads(jvm.limits())));
        command.addAll(Wall.javaCommand(jvm, HOME_INSIDE, List.copyOf(classPath.keySet())));
        return command;
    }

    /// In the order of the class path. Side by side in one folder where their names allow it, as
    /// they are where an archive of their classes is made: the JVM compares.
    private Map<String, Path> classPathByPlace(ConfinedJvm jvm) {
        Map<String, Path> places = new LinkedHashMap<>();
        for (Path entry : jvm.classPath()) {
            Path outside = staging.reachable(entry);
            String inside = "/app/" + outside.getFileName();
            if (places.containsKey(inside)) {
                inside = "/app/" + places.size() + "/" + outside.getFileName();
            }
            places.put(inside, outside);
        }
        return places;
    }

    private List<String> namespaces() {
        List<String> options = new ArrayList<>();
        options.add(programs.require("bwrap", "bubblewrap"));
        options.addAll(
                List.of(
                        "--unshare-user",
                        "--unshare-pid",
                        "--unshare-net",
                        "--unshare-ipc",
                        "--unshare-uts",
                        "--unshare-cgroup",
                        "--die-with-parent",
                        "--new-session"));
        // Before 0.8 bwrap did not have it; the filter forbids namespaces anyway.
        if (forbidsNamespaces) {
            options.add("--disable-userns");
        }
        options.addAll(List.of("--cap-drop", "ALL"));
        options.addAll(List.of("--uid", "65534", "--gid", "65534", "--hostname", "sandbox"));
        options.add("--clearenv");
        for (String setting : Wall.environment(HOME_INSIDE + "/lib:" + LIBRARIES_INSIDE)) {
            String[] nameAndValue = setting.split("=", 2);
            options.addAll(List.of("--setenv", nameAndValue[0], nameAndValue[1]));
        }
        return options;
    }

    private List<String> files(JavaRuntime runtime) {
        List<String> options = new ArrayList<>();
        options.addAll(readOnly(runtime.home(), HOME_INSIDE));
        options.addAll(readOnly(runtime.loader(), runtime.loader().toString()));
        Map<String, Path> libraries = new LinkedHashMap<>(runtime.libraries());
        libraries.putAll(librariesOfPrlimit);
        libraries.forEach(
                (name, file) -> options.addAll(readOnly(file, LIBRARIES_INSIDE + "/" + name)));
        for (Path linked : runtime.linked()) {
            options.addAll(readOnly(linked, linked.toString()));
        }
        options.addAll(readOnly(prlimit, PRLIMIT_INSIDE));
        options.addAll(List.of("--dev-bind", "/dev/null", "/dev/null"));
        // Both: without /dev/random, SecureRandom hangs, and the real one may block.
        options.addAll(List.of("--dev-bind", "/dev/urandom", "/dev/urandom"));
        options.addAll(List.of("--dev-bind", "/dev/urandom", "/dev/random"));
        return options;
    }

    private static Map<String, Path> librariesOf(Path program, Architecture architecture) {
        try {
            return SharedLibraries.of(program, Path.of(architecture.loader()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + program, e);
        }
    }

    private static String helpOf(String program) {
        try {
            Process help = new ProcessBuilder(program, "--help").redirectErrorStream(true).start();
            return new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + program, e);
        }
    }

    private static List<String> readOnly(Path outside, String inside) {
        return List.of("--ro-bind", outside.toString(), inside);
    }
}
