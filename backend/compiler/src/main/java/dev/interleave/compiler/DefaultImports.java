package dev.interleave.compiler;

import dev.interleave.sync.Channel;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What every program has imported and may see.
final class DefaultImports {
    /// The modules a program may name: those of the runner image.
    static final List<String> MODULES = List.of("java.base", "java.logging");

    /// Import declarations put before the program's own. A package import shadows a module import,
    /// an import of one type shadows both, and the program's own types shadow all.
    ///
    /// So `Channel` is the teaching primitive, and `java.nio.channels.Channel` has to be imported
    /// by its name. No other of these types has a namesake in the modules.
    static final List<String> DECLARATIONS =
            List.of("import module java.base;", "import dev.interleave.sync.*;");

    private DefaultImports() {}

    /// The class path, and where the package is that has been imported. In the runner image that
    /// package is a part of `java.base`.
    static List<Path> withOurs(List<Path> classPath) {
        return Stream.concat(Stream.of(jarOf(Channel.class)), classPath.stream()).toList();
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path of files", e);
        }
    }
}
