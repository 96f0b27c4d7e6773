package dev.interleave.sandbox;

import dev.interleave.sandbox.seccomp.Architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the strongest wall that this machine gives, by starting a JVM behind it that tries to
/// break out.
public final class SandboxSearch {
    private static final List<SandboxLevel> STRONGEST_FIRST =
            List.of(SandboxLevel.BWRAP, SandboxLevel.LANDLOCK);

    private final SandboxSetup setup;
    private final Programs programs;

    SandboxSearch(SandboxSetup setup, Programs programs) {
        this.setup = setup;
        this.programs = programs;
    }

    /// Tries the levels, strongest first, or the one that was asked for. Takes about a quarter of a
    /// second for each.
    public static SandboxOffer run(SandboxSetup setup) {
        return new SandboxSearch(setup, Programs.OF_SYSTEM).run();
    }

    SandboxOffer run() {
        List<String> problems = new ArrayList<>();
        for (SandboxLevel level : setup.only().map(List::of).orElse(STRONGEST_FIRST)) {
            Sandbox sandbox;
            try {
                sandbox = open(level);
            } catch (NoWallException e) {
                problems.add(level.text() + ": " + e.getMessage());
                continue;
            }
            Optional<String> problem = new SandboxTrial(sandbox, setup).problem();
            if (problem.isEmpty()) {
                return new SandboxOffer.Found(sandbox, problems);
            }
            sandbox.close();
            problems.add(level.text() + ": " + problem.get());
        }
        return new SandboxOffer.NotFound(String.join("\n", problems));
    }

    private Sandbox open(SandboxLevel level) {
        Identity identity = level == SandboxLevel.NONE ? Identity.UNCHANGED : Identity.ofServer();
        Staging staging = Staging.open(setup.cache(), identity);
        try {
            return new ProcessSandbox(wall(level, identity, staging), staging);
        } catch (NoWallException e) {
            staging.close();
            throw e;
        }
    }

    private Wall wall(SandboxLevel level, Identity identity, Staging staging) {
        return switch (level) {
            case BWRAP -> new BwrapWall(programs, architecture(), identity, staging);
            case LANDLOCK ->
                    new LandlockWall(
                            programs, architecture(), identity, staging, setup.serverJdk());
            case NONE -> new PlainWall(programs);
        };
    }

    private static Architecture architecture() {
        return Architecture.current()
                .orElseThrow(() ->
                        new NoWallException(
                                "no filter for the architecture "
                                        + System.getProperty("os.arch")
                                        + "; there is one for amd64 and aarch64"));
    }
}
