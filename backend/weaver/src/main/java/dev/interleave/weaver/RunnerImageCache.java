package dev.interleave.weaver;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Runner images in a folder, one for each pair of JDK build and weaver.
///
/// Two processes may want the same image at once: a file lock lets one build it. An image is built
/// beside its place, verified by starting it, and then moved there in one step, so what stands in
/// its place is whole.
final class RunnerImageCache {
    private final Path folder;
    private final Path javaHome;
    private final List<String> modules;

    /// The cache in `folder`, for the JDK in `javaHome` and images with these modules.
    RunnerImageCache(Path folder, Path javaHome, List<String> modules) {
        this.folder = folder;
        this.javaHome = javaHome;
        this.modules = List.copyOf(modules);
    }

    /// The folder of the image, which holds `app/` with `runnerJars` and a start-up archive for
    /// `runnerArguments`.
    Path image(BaseJars baseJars, List<Path> runnerJars, List<String> runnerArguments)
            throws IOException {
        Files.createDirectories(folder);
        String key = "runner-" + key(baseJars, runnerJars, runnerArguments);
        Path image = folder.resolve(key);
        if (Files.isDirectory(image)) {
            return image;
        }
        Path lock = folder.resolve(key + ".lock");
        try (var channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.isDirectory(image)) {
                build(image, baseJars, runnerJars, runnerArguments);
            }
        }
        return image;
    }

    private void build(
            Path image, BaseJars baseJars, List<Path> runnerJars, List<String> runnerArguments)
            throws IOException {
        Path work = Files.createTempDirectory(folder, "building-");
        try {
            Path built = new RunnerImage(work, new Tools(javaHome), modules).build(baseJars);
            Path app = Files.createDirectory(built.resolve("app"));
            for (Path jar : runnerJars) {
                Files.copy(jar, app.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
            var tools = new Tools(built);
            tools.run("java", "-Xshare:dump");
            tools.run("java", verification(app, runnerArguments).toArray(String[]::new));
            Files.move(built, image, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteTree(work);
        }
    }

    /// Starts the new image as a runner is started, asks it whether the probes work, and lets it
    /// write its archive.
    private static List<String> verification(Path app, List<String> runnerArguments) {
        var command = new ArrayList<String>();
        command.add("-XX:AOTCacheOutput=" + app.resolve("runner.aot"));
        command.addAll(runnerArguments);
        command.add("--verify");
        return command.stream().map(argument -> argument.replace("{app}", app.toString())).toList();
    }

    private String key(BaseJars baseJars, List<Path> runnerJars, List<String> runnerArguments)
            throws IOException {
        MessageDigest digest = sha256();
        digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(System.getProperty("java.vm.vendor", "").getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(javaHome.resolve("release")));
        digest.update(String.join(" ", modules).getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(baseJars.probe()));
        digest.update(Files.readAllBytes(baseJars.sync()));
        for (Path jar : runnerJars) {
            digest.update(Files.readAllBytes(jar));
        }
        digest.update(String.join(" ", runnerArguments).getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(ownJar()));
        return HexFormat.of().formatHex(digest.digest(), 0, 10);
    }

    /// The weaver itself, which is its own version.
    private static Path ownJar() {
        return Path.of(
                RunnerImageCache.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
