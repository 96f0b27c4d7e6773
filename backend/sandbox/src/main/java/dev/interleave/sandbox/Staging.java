package dev.interleave.sandbox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A folder of this server's own, where it puts what confined processes need and could not reach
/// where it lies: a class path below `/root`, say. Safe for use by several threads.
final class Staging implements AutoCloseable {
    private static final String FOLDER_PREFIX = "interleave-sandbox-";

    /// Large parts of a JDK that no JVM reads.
    private static final Set<String> NOT_FOR_RUNNING =
            Set.of("jmods", "legal", "man", "include", "demo", "src.zip");

    private final Path folder;
    private final Identity identity;
    private final Map<Path, Path> staged = new ConcurrentHashMap<>();

    private Staging(Path folder, Identity identity) {
        this.folder = folder;
        this.identity = identity;
    }

    /// Makes the folder inside `cache`, or among the temporary files where `cache` is closed to the
    /// identity. What servers that are gone have left is removed.
    static Staging open(Path cache, Identity identity) {
        try {
            Files.createDirectories(cache);
            Path folder = openIn(cache);
            if (identity.drops() && PathAccess.firstClosed(folder).isPresent()) {
                Files.delete(folder);
                folder = openIn(Path.of(System.getProperty("java.io.tmpdir")));
            }
            return new Staging(folder, identity);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the sandbox in " + cache, e);
        }
    }

    private static Path openIn(Path parent) throws IOException {
        String prefix = FOLDER_PREFIX + ProcessHandle.current().pid() + "-";
        Path folder = Files.createTempDirectory(parent, prefix);
        open(folder);
        removeLeftOvers(parent, Files.getOwner(folder));
        return folder;
    }

    Path folder() {
        return folder;
    }

    /// Writes a file of our own.
    Path write(String name, byte[] content) {
        try {
            return openToAll(Files.write(folder.resolve(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name + " in " + folder, e);
        }
    }

    /// Lets everybody read a file that was made in the folder.
    Path openToAll(Path file) {
        try {
            open(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + " to all", e);
        }
    }

    /// Where the identity can reach the given file or folder: where it is, or in a copy.
    Path reachable(Path original) {
        return staged.computeIfAbsent(original, this::stage);
    }

    private Path stage(Path original) {
        try {
            Path real = original.toRealPath();
            if (!identity.drops() || PathAccess.firstClosed(real).isEmpty()) {
                return real;
            }
            Path around = Files.createTempDirectory(folder, "copy-");
            open(around);
            Path copy = around.resolve(real.getFileName());
            copyTree(real, copy);
            PathAccess.firstClosed(copy)
                    .ifPresent(closed -> {
                        throw new NoWallException(
                                "user id "
                                        + identity.dropsTo()
                                        + " cannot reach "
                                        + closed
                                        + "; open it to all, or start the server as an"
                                        + " ordinary user");
                    });
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + original + " to " + folder, e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        boolean isJavaHome = Files.exists(from.resolve("bin/java"));
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes about)
                            throws IOException {
                        if (isJavaHome && NOT_FOR_RUNNING.contains(dir.getFileName().toString())) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        return copy(dir);
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about)
                            throws IOException {
                        if (isJavaHome && NOT_FOR_RUNNING.contains(file.getFileName().toString())) {
                            return FileVisitResult.CONTINUE;
                        }
                        return copy(file);
                    }

                    private FileVisitResult copy(Path path) throws IOException {
                        Path target = to.resolve(from.relativize(path).toString());
                        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                        open(target);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Lets everybody read, and run or enter what its owner may.
    private static void open(Path path) throws IOException {
        boolean runs = Files.isDirectory(path) || Files.isExecutable(path);
        Set<PosixFilePermission> mode =
                PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--");
        Files.setPosixFilePermissions(path, mode);
    }

    private static void removeLeftOvers(Path parent, UserPrincipal ourselves) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                // Of others' folders, in a place open to all, nothing is known but the name.
                if (isOfDeadServer(entry.getFileName().toString())
                        && Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).equals(ourselves)) {
                    removeTree(entry);
                }
            }
        }
    }

    private static boolean isOfDeadServer(String folderName) {
        if (!folderName.startsWith(FOLDER_PREFIX)) {
            return false;
        }
        String pid = folderName.substring(FOLDER_PREFIX.length()).split("-", -1)[0];
        return pid.matches("[0-9]{1,9}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void removeTree(Path tree) throws IOException {
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path dir, @Nullable IOException failure) throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Removes the folder and all copies.
    @Override
    public void close() {
        try {
            removeTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
