package dev.interleave.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Opens sandboxes for tests.
final class RealSandbox {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Map<SandboxLevel, Sandbox> SHARED = new ConcurrentHashMap<>();

    private RealSandbox() {}

    /// The one of that level that all tests share; not to be closed.
    static Sandbox shared(SandboxLevel level) {
        return SHARED.computeIfAbsent(
                level,
                wanted -> {
                    Sandbox sandbox = open(wanted, TEMPORARY.resolve("interleave-sandbox-tests"));
                    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
                    return sandbox;
                });
    }

    /// A new one of exactly that level; an [AssertionError] with the reason if there is none.
    static Sandbox open(SandboxLevel level, Path cache) {
        return switch (SandboxSearch.run(SandboxSetup.strongest(cache).only(level))) {
            case SandboxOffer.Found(Sandbox sandbox, _) -> sandbox;
            case SandboxOffer.NotFound(String problem) -> throw new AssertionError(problem);
        };
    }
}
