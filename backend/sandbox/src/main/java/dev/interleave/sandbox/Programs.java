package dev.interleave.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the system keeps its programs. The search path of the environment is not asked: it is not
/// ours to trust.
///
/// @param folders where to look, first hit wins
record Programs(List<Path> folders) {
    static final Programs OF_SYSTEM =
            new Programs(
                    List.of(
                            Path.of("/usr/bin"),
                            Path.of("/bin"),
                            Path.of("/usr/sbin"),
                            Path.of("/sbin"),
                            Path.of("/usr/local/bin"),
                            Path.of("/run/current-system/sw/bin")));

    public Programs {
        folders = List.copyOf(folders);
    }

    Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The path of a program of the given package, or the reason that there is no wall.
    String require(String name, String debianPackage) {
        return find(name)
                .map(Path::toString)
                .orElseThrow(() ->
                        new NoWallException(
                                name
                                        + " is not installed; install the package "
                                        + debianPackage
                                        + " (apt-get install "
                                        + debianPackage
                                        + ")"));
    }
}
