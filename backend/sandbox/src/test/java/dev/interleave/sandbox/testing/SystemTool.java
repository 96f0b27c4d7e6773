package dev.interleave.sandbox.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A program of the system that some tests cannot do without. Where it is missing, and the tests
/// run as root on a Debian, it is installed; else the test is missed loudly, or, with `CI=true`,
/// fails.
public enum SystemTool {
    /// The strongest wall.
    BUBBLEWRAP("bubblewrap", "bwrap"),
    /// The browser of the browser tests.
    CHROMIUM("chromium", "chromium", "chromium-browser", "google-chrome"),
    /// What runs the page's own tests.
    NODE("nodejs", "node", "nodejs");

    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("/usr/bin"),
                    Path.of("/bin"),
                    Path.of("/usr/local/bin"),
                    Path.of("/snap/bin"));
    private static final List<String> APT =
            List.of("apt-get", "-o", "DPkg::Lock::Timeout=120", "-qq");

    private final String debianPackage;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<String> names;

    SystemTool(String debianPackage, String... names) {
        this.debianPackage = debianPackage;
        this.names = List.of(names);
    }

    /// Where the program is, once it is there. Otherwise ends the test.
    ///
    /// @param untested what goes untested without it, for the message
    public Path orMiss(String untested) {
        return find().or(this::install).orElseGet(() -> miss(untested));
    }

    /// Where the program is, or empty; installs nothing.
    public Optional<Path> find() {
        return names.stream()
                .flatMap(name -> FOLDERS.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private synchronized Optional<Path> install() {
        if (!isRoot() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        run("update");
        run("install", "-y", "--no-install-recommends", debianPackage);
        return find();
    }

    private Path miss(String untested) {
        String message =
                "MISSED: "
                        + untested
                        + "; it needs the package "
                        + debianPackage
                        + " (apt-get install "
                        + debianPackage
                        + ")";
        System.err.println(message);
        return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }

    private static void run(String... arguments) {
        try {
            new ProcessBuilder(Stream.concat(APT.stream(), Stream.of(arguments)).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start apt-get", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
