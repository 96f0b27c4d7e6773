package dev.interleave.server;

import dev.interleave.sandbox.SandboxLevel;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the operator may set. The environment and the command line are read here and nowhere else.
///
/// @param host the address to listen on
/// @param port the port to listen on; 0 for any free one
/// @param home the folder with the parts of the application
/// @param data the folder for what outlives a start: the runner image
/// @param examples the folder with the lessons
/// @param sandbox the one level to use, or empty for the strongest that works
/// @param maxRuns how many programs run at once
/// @param spareRunners how many runners wait, booted
/// @param compilers how many sources are compiled at once
/// @param page the folder to serve the page from instead of the jar, for those who work on it
/// @param origins web origins, besides the server's own, whose pages may connect
public record ServerConfig(
        String host,
        int port,
        Path home,
        Path data,
        Path examples,
        Optional<SandboxLevel> sandbox,
        int maxRuns,
        int spareRunners,
        int compilers,
        Optional<Path> page,
        List<String> origins) {

    /// One thing that may be set, by `INTERLEAVE_NAME` in the environment or `--name=` on the
    /// command line.
    private enum Key {
        HOST("address to listen on", "127.0.0.1"),
        PORT("port to listen on; 0 for any free one", "7070"),
        HOME("folder with the parts of the application", ""),
        DATA("folder for the runner image and other files that outlive a start", ""),
        EXAMPLES("folder with the lessons", ""),
        SANDBOX(
                "auto, bwrap, landlock, or none: no protection, for your own programs only",
                "auto"),
        MAX_RUNS("how many programs run at once", ""),
        SPARE_RUNNERS("how many runners wait, booted", "2"),
        COMPILERS("how many sources are compiled at once", "1"),
        PAGE("folder to serve the page from instead of the jar, for those who work on it", ""),
        ORIGINS("further web origins whose pages may connect, separated by commas", "");

        private final String meaning;
        private final String fallback;

        Key(String meaning, String fallback) {
            this.meaning = meaning;
            this.fallback = fallback;
        }

        String option() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String variable() {
            return "INTERLEAVE_" + name();
        }
    }

    /// Checks the ranges.
    public ServerConfig {
        origins = List.copyOf(origins);
        require(port >= 0 && port <= 65_535, "port must be 0 to 65535; it is " + port);
        require(maxRuns >= 1 && maxRuns <= 256, "max-runs must be 1 to 256; it is " + maxRuns);
        require(
                spareRunners >= 0 && spareRunners <= 64,
                "spare-runners must be 0 to 64; it is " + spareRunners);
        require(compilers >= 1 && compilers <= 64, "compilers must be 1 to 64; it is " + compilers);
        boolean isLoopback =
                host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
        require(
                isLoopback || !sandbox.equals(Optional.of(SandboxLevel.NONE)),
                "without a sandbox the server listens on 127.0.0.1 only; host is " + host);
    }

    /// The configuration from the environment and, above it, the command line. What is wrong is an
    /// [IllegalArgumentException] with one sentence.
    public static ServerConfig of(Map<String, String> environment, String... arguments) {
        Map<Key, String> given = given(environment, arguments);
        Path home = Path.of(value(given, Key.HOME).orElse(".")).toAbsolutePath().normalize();
        return new ServerConfig(
                text(given, Key.HOST),
                number(given, Key.PORT),
                home,
                value(given, Key.DATA)
                        .map(Path::of)
                        .orElseGet(() -> defaultData(environment))
                        .toAbsolutePath(),
                value(given, Key.EXAMPLES).map(Path::of).orElse(home.resolve("examples")),
                level(text(given, Key.SANDBOX)),
                value(given, Key.MAX_RUNS).isPresent()
                        ? number(given, Key.MAX_RUNS)
                        : Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
                number(given, Key.SPARE_RUNNERS),
                number(given, Key.COMPILERS),
                value(given, Key.PAGE).map(Path::of),
                Arrays.stream(text(given, Key.ORIGINS).split(","))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .toList());
    }

    /// The text of `--help`.
    public static String help() {
        var lines = new ArrayList<String>();
        lines.add("Interleave: a concurrency playground for Java.");
        lines.add("");
        for (Key key : Key.values()) {
            lines.add(
                    "  %-17s %-25s %s%s"
                            .formatted(
                                    key.option() + "=",
                                    key.variable(),
                                    key.meaning,
                                    key.fallback.isEmpty() ? "" : " (" + key.fallback + ")"));
        }
        lines.add("");
        lines.add("  --prepare   builds the runner image and ends");
        lines.add("  --help      this");
        return String.join(System.lineSeparator(), lines);
    }

    private static Map<Key, String> given(Map<String, String> environment, String... arguments) {
        var given = new HashMap<Key, String>();
        for (Key key : Key.values()) {
            String value = environment.get(key.variable());
            if (value != null) {
                given.put(key, value);
            }
        }
        for (String argument : arguments) {
            Key key =
                    Arrays.stream(Key.values())
                            .filter(known -> argument.startsWith(known.option() + "="))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "unknown option " + argument + "; see --help"));
            given.put(key, argument.substring(key.option().length() + 1));
        }
        return given;
    }

    private static Optional<String> value(Map<Key, String> given, Key key) {
        return Optional.ofNullable(given.get(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static String text(Map<Key, String> given, Key key) {
        return value(given, key).orElse(key.fallback);
    }

    private static int number(Map<Key, String> given, Key key) {
        String text = text(given, key);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    key.option() + " must be a number; it is \"" + text + "\"", e);
        }
    }

    private static Optional<SandboxLevel> level(String text) {
        if (text.equals("auto")) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(SandboxLevel.values())
                        .filter(level -> level.text().equals(text))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "sandbox must be auto, bwrap, landlock or none; it is \""
                                                + text
                                                + "\"")));
    }

    /// A cache folder of the user. Root's is one that others may read: its runners are not root.
    private static Path defaultData(Map<String, String> environment) {
        if (System.getProperty("user.name").equals("root")) {
            return Path.of("/var/tmp/interleave");
        }
        @Nullable String cache = environment.get("XDG_CACHE_HOME");
        return cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "interleave")
                : Path.of(cache, "interleave");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
