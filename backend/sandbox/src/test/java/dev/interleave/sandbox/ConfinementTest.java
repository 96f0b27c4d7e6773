package dev.interleave.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.seccomp.Architecture;
import dev.interleave.sandbox.testing.SystemTool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What a confined process with native access can and cannot do, at both levels that confine.
@ParameterizedClass
@EnumSource(
        value = SandboxLevel.class,
        names = {"BWRAP", "LANDLOCK"})
class ConfinementTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final boolean IS_X86 =
            Architecture.current().orElseThrow() == Architecture.X86_64;
    private static final int KILLED_FOR_CPU = 128 + 24;

    @TempDir private Path folder;
    private final Sandbox sandbox;

    ConfinementTest(SandboxLevel level) {
        if (level == SandboxLevel.BWRAP) {
            SystemTool.BUBBLEWRAP.orMiss("confinement by bubblewrap");
        }
        this.sandbox = RealSandbox.shared(level);
    }

    @Test
    void environment_serverHasOne_isNotInherited() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("environment"))
                    .isIn(
                            "[LD_LIBRARY_PATH, MALLOC_ARENA_MAX, PWD]",
                            "[LD_LIBRARY_PATH, MALLOC_ARENA_MAX]");
        }
    }

    @Test
    void read_hostFileOpenToAll_fails() throws IOException {
        Path canary = openToAll("canary");
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("read " + canary))
                    .contains("Exception")
                    .contains(canary.toString());
            assertThat(inmate.ask("read /etc/passwd")).contains("Exception");
        } finally {
            Files.delete(canary);
        }
    }

    @Test
    void read_proc_fails() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("read /proc/self/maps")).contains("Exception");
            assertThat(inmate.ask("read /proc/1/environ")).contains("Exception");
        }
    }

    @Test
    void write_anyPlace_fails() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("write /tmp/inmate")).contains("Exception");
            assertThat(inmate.ask("write /inmate")).contains("Exception");
            assertThat(inmate.ask("open /tmp/inmate")).isEqualTo("-1");
            assertThat(inmate.ask("open /dev/shm/inmate")).isEqualTo("-1");
            assertThat(inmate.ask("open /inmate")).isEqualTo("-1");
        }
    }

    @Test
    void connect_listenerOnLoopback_fails() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("connect " + listener.getLocalPort())).contains("Exception");
        }
    }

    @Test
    void syscall_socket_isRefused() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask(call(41, 198, 2, 1, 0))).isEqualTo("-1");
        }
    }

    @Test
    void start_anyProgram_fails() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("start /bin/true")).contains("Exception");
            assertThat(inmate.ask("start " + System.getProperty("java.home") + "/bin/java"))
                    .contains("Exception");
        }
    }

    @Test
    void exec_shell_isRefused() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("exec /bin/sh")).isEqualTo("-1");
        }
    }

    @Test
    void syscall_cloneOfProcess_isRefused() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            int sigchld = 17;
            assertThat(inmate.ask(call(56, 220, sigchld, 0, 0))).isEqualTo("-1");
        }
    }

    @Test
    void syscall_signalToAnother_isRefused() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            long server = ProcessHandle.current().pid();
            assertThat(inmate.ask(call(62, 129, server, 0, 0))).isEqualTo("-1");
            assertThat(inmate.ask(call(234, 131, server, server, 0))).isEqualTo("-1");
            assertThat(inmate.ask(call(234, 131, 1, 1, 9))).isEqualTo("-1");
        }
    }

    @Test
    void syscall_newUserNamespace_isRefused() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask(call(272, 97, 0x1000_0000, 0, 0))).isEqualTo("-1");
        }
    }

    @Test
    void native_beyondDataLimit_isRefused() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            long allocated = Long.parseLong(inmate.ask("native " + (4L << 30)));

            assertThat(allocated).isBetween(64L << 20, Inmate.LIMITS.dataBytes());
        }
    }

    @Test
    void spin_beyondCpuLimit_isKilled() throws Exception {
        ProcessLimits oneSecond = ProcessLimits.of(1, 400L << 20, 2L << 30, 100);
        try (Inmate inmate = Inmate.start(sandbox, oneSecond)) {
            inmate.tell("spin");

            assertThat(inmate.process().waitFor(PATIENCE)).isTrue();
            assertThat(inmate.process().exitCode()).isIn(KILLED_FOR_CPU, 128 + 9);
        }
    }

    @Test
    void threads_asManyAsALessonNeeds_start() throws IOException {
        ProcessLimits ofRunner = ProcessLimits.of(20, 900L << 20, 3L << 30, 1200);
        try (Inmate inmate = Inmate.start(sandbox, ofRunner)) {
            assertThat(inmate.ask("threads 1100")).isEqualTo("1100");
        }
    }

    @Test
    void secureRandom_noProc_doesNotHang() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("random")).matches("-?\\d+");
        }
    }

    @Test
    void shout_onStandardOutput_doesNotReachTheProtocol() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("shout")).isEqualTo("shouted");
            assertThat(inmate.lastWords())
                    .contains("noise on standard output", "noise on standard error", "raw noise");
        }
    }

    @Test
    void kill_unreadOutput_canStillBeRead() throws Exception {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("shout")).isEqualTo("shouted");

            inmate.process().kill();

            assertThat(inmate.process().waitFor(PATIENCE)).isTrue();
            assertThat(inmate.process().fromChild().readAllBytes()).isEmpty();
            assertThat(new String(inmate.process().stderr().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("raw noise");
        }
    }

    @Test
    void exit_ofItsOwn_givesTheStatus() throws Exception {
        try (Inmate inmate = Inmate.start(sandbox)) {
            inmate.tell("exit 7");

            assertThat(inmate.process().waitFor(PATIENCE)).isTrue();
            assertThat(inmate.process().exitCode()).isEqualTo(7);
        }
    }

    @Test
    void usage_jvmBooted_isThatOfTheJvm() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.process().cpuTime()).isBetween(Duration.ofMillis(10), PATIENCE);
            assertThat(inmate.process().residentBytes()).isGreaterThan(16L << 20);
        }
    }

    @Test
    void outside_runningInmate_hasNoRights() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            ProcessStatus status = ProcessFolder.of(inmate.process().javaPid()).status();

            assertThat(status.hasNoCapability()).isTrue();
            assertThat(status.isFiltered()).isTrue();
            assertThat(status.cannotGainPrivileges()).isTrue();
            assertThat(status.userId()).isNotZero();
        }
    }

    @Test
    void close_ofSandbox_endsItsProcesses() throws Exception {
        Sandbox own = RealSandbox.open(sandbox.level(), folder);
        Inmate inmate = Inmate.start(own);
        ProcessHandle java = ProcessHandle.of(inmate.process().javaPid()).orElseThrow();

        own.close();

        assertThat(java.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(java);
    }

    @Test
    void start_serverKilled_processesDieWithIt() throws Exception {
        try (ServerStandIn server = ServerStandIn.start(sandbox.level(), folder)) {
            ProcessHandle java = ProcessHandle.of(server.javaPid()).orElseThrow();

            server.killAtOnce();

            assertThat(java.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(java);
        }
    }

    private static String call(int x86Number, int armNumber, long... arguments) {
        StringBuilder command =
                new StringBuilder("syscall ").append(IS_X86 ? x86Number : armNumber);
        for (long argument : arguments) {
            command.append(' ').append(argument);
        }
        return command.toString();
    }

    private static Path openToAll(String name) throws IOException {
        return Files.createTempFile(
                name,
                ".txt",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    }
}
