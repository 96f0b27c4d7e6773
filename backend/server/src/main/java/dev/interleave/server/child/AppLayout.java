package dev.interleave.server.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the parts of the application lie: `runner/`, `compiler/` and `weaver/`, each a folder of
/// jars.
public final class AppLayout {
    private final Path home;

    /// The application in the folder `home`; a missing part is an [IllegalArgumentException] that
    /// names it.
    public AppLayout(Path home) {
        this.home = home;
        for (String part : List.of("runner", "compiler", "weaver")) {
            if (!Files.isDirectory(home.resolve(part))) {
                throw new IllegalArgumentException(
                        "there is no folder \"" + part + "\" in " + home + "; set INTERLEAVE_HOME");
            }
        }
    }

    /// The class path of the process that runs programs.
    public List<Path> runner() {
        return jars("runner");
    }

    /// The class path of the process that compiles.
    public List<Path> compiler() {
        return jars("compiler");
    }

    /// The class path of the process that builds the runner image.
    public List<Path> weaver() {
        return jars("weaver");
    }

    /// The jar of what woven code calls; its classes go into `java.base` of the image.
    public Path probe() {
        return jars("probe").getFirst();
    }

    /// The jar of the teaching primitives; its classes go into `java.base` of the image.
    public Path sync() {
        return jars("sync").getFirst();
    }

    private List<Path> jars(String part) {
        try (Stream<Path> files = Files.list(home.resolve(part))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list " + home.resolve(part), e);
        }
    }
}
