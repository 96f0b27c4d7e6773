package dev.interleave.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Opens sandboxes for tests.
final class RealSandbox {
    private static final Map<SandboxLevel, Sandbox> SHARED = new ConcurrentHashMap<>();

    private RealSandbox() {}

    /// The one of that level that all tests share; not to be closed.
    static Sandbox shared(SandboxLevel level) {
        return SHARED.computeIfAbsent(
                level,
                wanted -> {
                    Path cache = temporaryFolder();
                    Sandbox sandbox = open(wanted, cache);
                    Runtime.getRuntime()
                            .addShutdownHook(new Thread(() -> closeAndDelete(sandbox, cache)));
                    return sandbox;
                });
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("interleave-tests-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAndDelete(Sandbox sandbox, Path cache) {
        sandbox.close();
        try {
            Files.delete(cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new one of exactly that level; an [AssertionError] with the reason if there is none.
    static Sandbox open(SandboxLevel level, Path cache) {
        return switch (SandboxSearch.run(SandboxSetup.strongest(cache).only(level))) {
            case SandboxOffer.Found(Sandbox sandbox, _) -> sandbox;
            case SandboxOffer.NotFound(String problem) -> throw new AssertionError(problem);
        };
    }
}
