package dev.interleave.sandbox;

import dev.interleave.sandbox.seccomp.Architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every file of the host that a JVM of one Java home needs to start.
///
/// @param home the real path of the home
/// @param loader the dynamic loader
/// @param libraries the system's libraries, by file name and in that order
/// @param linked files outside the home that links inside it lead to, as Debian's packages have
record JavaRuntime(Path home, Path loader, Map<String, Path> libraries, List<Path> linked) {
    /// The parts whose libraries are those of the whole JVM, as long as it has no window.
    private static final List<String> PARTS =
            List.of(
                    "bin/java",
                    "lib/libjli.so",
                    "lib/server/libjvm.so",
                    "lib/libjava.so",
                    "lib/libjimage.so",
                    "lib/libzip.so",
                    "lib/libnet.so",
                    "lib/libnio.so");

    /// Linked to the host's by most packages, and of no use without a network.
    private static final String CERTIFICATES = "cacerts";

    public JavaRuntime {
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
        linked = List.copyOf(linked);
    }

    static JavaRuntime of(Path home, Architecture architecture) {
        try {
            Path loader = Path.of(architecture.loader());
            Map<String, Path> libraries = new LinkedHashMap<>();
            for (String part : PARTS) {
                Path file = home.resolve(part);
                if (Files.exists(file)) {
                    libraries.putAll(SharedLibraries.of(file, loader));
                }
            }
            libraries.values().removeIf(library -> library.startsWith(home));
            return new JavaRuntime(home, loader, libraries, linksOutOf(home));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into the Java home " + home, e);
        }
    }

    private static List<Path> linksOutOf(Path home) throws IOException {
        try (Stream<Path> libraries = Files.walk(home.resolve("lib"));
                Stream<Path> settings = Files.walk(home.resolve("conf"))) {
            return Stream.concat(libraries, settings)
                    .filter(Files::isSymbolicLink)
                    .filter(link -> !link.endsWith(CERTIFICATES))
                    .filter(Files::exists)
                    .map(JavaRuntime::target)
                    .filter(target -> !target.startsWith(home))
                    .distinct()
                    .toList();
        }
    }

    private static Path target(Path link) {
        try {
            return link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot follow " + link, e);
        }
    }
}
