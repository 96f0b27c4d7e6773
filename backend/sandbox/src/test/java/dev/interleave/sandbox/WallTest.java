package dev.interleave.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.lockdown.LockdownMain;
import dev.interleave.sandbox.lockdown.LockdownPlan;
import dev.interleave.sandbox.lockdown.Resource;
import dev.interleave.sandbox.seccomp.Architecture;
import dev.interleave.sandbox.testing.SystemTool;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The command lines of the walls.
class WallTest {
    private static final Architecture ARCHITECTURE = Architecture.current().orElseThrow();
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final ProcessLimits LIMITS = ProcessLimits.of(10, 300L << 20, 1L << 30, 1200);

    private final Staging staging;
    private final Path one;
    private final Path other;

    WallTest(@TempDir Path folder) throws IOException {
        staging = Staging.open(folder, Identity.UNCHANGED);
        one = Files.createFile(folder.resolve("app.jar"));
        other = Files.createFile(Files.createDirectory(folder.resolve("other")).resolve("app.jar"));
    }

    @AfterEach
    void closeStaging() {
        staging.close();
    }

    @Test
    void command_atBwrap_sharesNoNamespace() {
        assertThat(bwrap(Identity.UNCHANGED).command(jvm()))
                .contains(
                        "--unshare-user",
                        "--unshare-pid",
                        "--unshare-net",
                        "--unshare-ipc",
                        "--unshare-uts",
                        "--unshare-cgroup",
                        "--die-with-parent",
                        "--new-session",
                        "--clearenv")
                .containsSubsequence("--cap-drop", "ALL")
                .containsSubsequence("--remount-ro", "/", "--seccomp", "9", "--");
    }

    @Test
    void command_atBwrap_mountsNothingWritableAndNoFolderOfTheSystem() {
        assertThat(bwrap(Identity.UNCHANGED).command(jvm()))
                .doesNotContain("--proc", "--tmpfs", "--bind", "--dev", "/etc", "/tmp", "/usr");
    }

    @Test
    void command_atBwrap_countsThreadsInsideAndTheRestOutside() {
        assertThat(bwrap(Identity.UNCHANGED).command(jvm()))
                .containsSubsequence(
                        "--data=314572800:314572800",
                        "--as=1073741824:1073741824",
                        "--",
                        "/bin/prlimit",
                        "--nproc=1200:1200",
                        "/jdk/bin/java");
    }

    @Test
    void command_asRoot_dropsToNobodyFirst() {
        assertThat(bwrap(new Identity(Identity.NOBODY)).command(jvm()))
                .containsSubsequence("--reuid", "65534", "--regid", "65534", "--clear-groups")
                .containsSubsequence("--clear-groups", "--unshare-user");
    }

    @Test
    void command_twoJarsOfOneName_bothHaveAPlace() {
        assertThat(bwrap(Identity.UNCHANGED).command(jvm()))
                .containsSubsequence(one.toString(), "/app/app.jar")
                .containsSubsequence(other.toString(), "/app/1/app.jar")
                .containsSubsequence("-cp", "/app/app.jar:/app/1/app.jar", "Main");
    }

    @Test
    void command_flagNamesTheHome_namesItAsSeenInside() {
        assertThat(bwrap(Identity.UNCHANGED).command(jvm()))
                .contains("-XX:AOTCache=/jdk/lib/x.aot");
        assertThat(landlock().command(jvm())).contains("-XX:AOTCache=" + real(JDK) + "/lib/x.aot");
    }

    @Test
    void command_atLandlock_carriesThePlan() {
        List<String> command = landlock().command(jvm());
        int arguments = command.indexOf(LockdownMain.class.getName()) + 1;

        LockdownPlan plan = LockdownPlan.parse(command.subList(arguments, command.size()));

        assertThat(plan.writable()).containsExactly(Path.of("/dev/null"));
        assertThat(plan.readable()).contains(real(JDK), one, other);
        assertThat(plan.programs()).contains(real(JDK).resolve("bin/java"));
        assertThat(plan.limits()).containsEntry(Resource.DATA, 300L << 20);
    }

    @Test
    void command_atNone_isThePlainJvmUnderLimits() {
        List<String> command = new PlainWall(Programs.OF_SYSTEM).command(jvm());

        assertThat(command.getFirst()).endsWith("/sh");
        assertThat(command).contains(JDK + "/bin/java", "--data=314572800:314572800");
    }

    private Wall bwrap(Identity identity) {
        SystemTool.BUBBLEWRAP.orMiss("the command line of bubblewrap");
        return new BwrapWall(Programs.OF_SYSTEM, ARCHITECTURE, identity, staging);
    }

    private Wall landlock() {
        return new LandlockWall(Programs.OF_SYSTEM, ARCHITECTURE, Identity.UNCHANGED, staging, JDK);
    }

    private ConfinedJvm jvm() {
        return new ConfinedJvm(
                JDK,
                List.of(one, other),
                "Main",
                List.of("-XX:AOTCache=" + ConfinedJvm.HOME + "/lib/x.aot"),
                LIMITS);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
