package dev.interleave.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

class SandboxSearchTest {
    @TempDir private Path folder;

    @Test
    void run_noBubblewrap_fallsBackToLandlockAndSaysWhatToInstall() throws IOException {
        Programs programs = programs("sh", "nice", "prlimit", "setpriv");

        SandboxOffer offer = search(programs).run();

        assertThat(offer).isInstanceOf(SandboxOffer.Found.class);
        SandboxOffer.Found found = (SandboxOffer.Found) offer;
        found.sandbox().close();
        assertThat(found.sandbox().level()).isEqualTo(SandboxLevel.LANDLOCK);
        assertThat(found.passedOver())
                .containsExactly(
                        "bwrap: bwrap is not installed; install the package bubblewrap (apt-get"
                                + " install bubblewrap)");
    }

    @Test
    void run_noProgramsAtAll_findsNothingRatherThanNoWall() {
        SandboxOffer offer = search(new Programs(List.of())).run();

        assertThat(offer)
                .isInstanceOfSatisfying(
                        SandboxOffer.NotFound.class,
                        notFound ->
                                assertThat(notFound.problem())
                                        .contains("bwrap: ", "\nlandlock: ", "apt-get install"));
    }

    @Test
    void run_noneAskedFor_takesNone() {
        SandboxOffer offer =
                SandboxSearch.run(SandboxSetup.strongest(folder).only(SandboxLevel.NONE));

        assertThat(offer)
                .isInstanceOfSatisfying(
                        SandboxOffer.Found.class,
                        found -> {
                            found.sandbox().close();
                            assertThat(found.sandbox().level()).isEqualTo(SandboxLevel.NONE);
                        });
    }

    @Test
    void run_asOrdinaryUser_findsBothWalls() throws IOException {
        Identity identity = Identity.ofServer();
        try (Staging staging = Staging.open(folder, identity)) {
            Path cache = staging.folder().resolve("cache");
            Files.createDirectory(cache);
            giveToAll(cache);
            String classPath = reachableClassPath(staging);
            for (SandboxLevel level : List.of(SandboxLevel.BWRAP, SandboxLevel.LANDLOCK)) {
                try (ServerStandIn server =
                        ServerStandIn.start(
                                identity.prefix(Programs.OF_SYSTEM), classPath, level, cache)) {
                    assertThat(server.javaPid()).isPositive();
                }
            }
        }
    }

    private SandboxSearch search(Programs programs) {
        return new SandboxSearch(SandboxSetup.strongest(folder), programs);
    }

    /// A system that has only the named programs.
    private Programs programs(String... names) throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String name : names) {
            Files.createSymbolicLink(
                    bin.resolve(name), Programs.OF_SYSTEM.find(name).orElseThrow());
        }
        return new Programs(List.of(bin));
    }

    private static void giveToAll(Path cache) throws IOException {
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private static String reachableClassPath(Staging staging) {
        return String.join(
                ":",
                Stream.of(System.getProperty("java.class.path").split(":", -1))
                        .map(Path::of)
                        .filter(Files::exists)
                        .map(staging::reachable)
                        .map(Path::toString)
                        .toList());
    }
}
