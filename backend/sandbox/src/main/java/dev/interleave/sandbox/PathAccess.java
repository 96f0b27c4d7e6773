package dev.interleave.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who is neither owner nor group of a file: what the permission bits let such a one reach.
final class PathAccess {
    private PathAccess() {}

    /// The first file or folder on the way to `path`, or below it, that is closed to others.
    static Optional<Path> firstClosed(Path path) throws IOException {
        Path real = path.toRealPath();
        for (Path above = real.getRoot(); !above.equals(real); above = next(above, real)) {
            if (!othersMay(above, PosixFilePermission.OTHERS_EXECUTE)) {
                return Optional.of(above);
            }
        }
        try (Stream<Path> below = Files.walk(real)) {
            for (Path each : (Iterable<Path>) below::iterator) {
                if (!isOpen(each)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    private static Path next(Path above, Path real) {
        return above.resolve(real.getName(above.getNameCount()));
    }

    private static boolean isOpen(Path path) throws IOException {
        return Files.isSymbolicLink(path)
                || (othersMay(path, PosixFilePermission.OTHERS_READ)
                        && (!Files.isDirectory(path)
                                || othersMay(path, PosixFilePermission.OTHERS_EXECUTE)));
    }

    private static boolean othersMay(Path path, PosixFilePermission what) throws IOException {
        Set<PosixFilePermission> permissions =
                Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        return permissions.contains(what);
    }
}
