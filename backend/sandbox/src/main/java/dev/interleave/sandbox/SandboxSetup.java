package dev.interleave.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/// What the search for a sandbox needs to know.
///
/// @param serverJdk the JDK this server runs on
/// @param cache a folder for files that the walls need; made if it is not there
/// @param only the one level to take, if the operator named one. [SandboxLevel#NONE] is taken only
///   so
public record SandboxSetup(Path serverJdk, Path cache, Optional<SandboxLevel> only) {
    /// The strongest level that works, on the JDK of this process.
    public static SandboxSetup strongest(Path cache) {
        return new SandboxSetup(Path.of(System.getProperty("java.home")), cache, Optional.empty());
    }

    /// This setup for one level alone.
    public SandboxSetup only(SandboxLevel level) {
        return new SandboxSetup(serverJdk, cache, Optional.of(level));
    }
}
