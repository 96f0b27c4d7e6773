package dev.interleave.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.testing.SystemTool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What bubblewrap gives beyond Landlock.
class BwrapTest {
    @TempDir private Path folder;
    private final Sandbox sandbox;

    BwrapTest() {
        SystemTool.BUBBLEWRAP.orMiss("confinement by bubblewrap");
        this.sandbox = RealSandbox.shared(SandboxLevel.BWRAP);
    }

    @Test
    void threads_beyondLimit_areRefused() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(Integer.parseInt(inmate.ask("threads 1000"))).isBetween(50, 99);
        }
    }

    @Test
    void threads_neighbourTakesAllItMay_leavesMine() throws IOException {
        try (Inmate greedy = Inmate.start(sandbox);
                Inmate neighbour = Inmate.start(sandbox)) {
            greedy.tell("threads 1000");

            assertThat(neighbour.ask("threads 50")).isEqualTo("50");
        }
    }

    @Test
    void list_rootAndDevices_showsOnlyWhatAJvmNeeds() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("list /")).matches("\\[/app, /bin, /dev, /jdk(, /lib)?, /lib64]");
            assertThat(inmate.ask("list /dev")).isEqualTo("[/dev/null, /dev/random, /dev/urandom]");
            assertThat(inmate.ask("list /bin")).isEqualTo("[/bin/prlimit]");
        }
    }

    @Test
    void pid_inside_isTheOneTheFilterKnows() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            assertThat(inmate.ask("pid")).isEqualTo("2");
        }
    }

    @Test
    void descriptors_ofInmate_areTheFiveItIsGiven() throws IOException {
        try (Inmate inmate = Inmate.start(sandbox)) {
            Path descriptors = ProcessFolder.of(inmate.process().javaPid()).path().resolve("fd");
            try (Stream<Path> open = Files.list(descriptors)) {
                assertThat(open.map(BwrapTest::target).filter(BwrapTest::isNoFileOfItsOwn))
                        .hasSize(5);
            }
        }
    }

    @Test
    void start_filterMissing_startsNothing() throws Exception {
        Sandbox own = RealSandbox.open(SandboxLevel.BWRAP, folder);
        Files.delete(filterOf(own));

        assertThat(endOf(own)).contains("filter.bpf");
    }

    @Test
    void start_filterCorrupt_startsNothing() throws Exception {
        Sandbox own = RealSandbox.open(SandboxLevel.BWRAP, folder);
        Files.write(filterOf(own), new byte[] {6, 0, 0, 0, 0, 0, 0});

        assertThat(endOf(own)).contains("seccomp");
    }

    @Test
    void start_manyOneAfterTheOther_leavesNothing() throws Exception {
        long before = openDescriptors();
        for (int i = 0; i < 20; i++) {
            Inmate.start(sandbox).close();
        }

        assertThat(openDescriptors()).isLessThanOrEqualTo(before + 2);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static Path filterOf(Sandbox sandbox) {
        return ((ProcessSandbox) sandbox).staging().folder().resolve("filter.bpf");
    }

    /// What a process says that must not start; closes the sandbox.
    private static String endOf(Sandbox sandbox) throws IOException, InterruptedException {
        try (sandbox;
                ConfinedProcess process = sandbox.start(Inmate.jvm(Inmate.LIMITS))) {
            assertThat(process.fromChild().readAllBytes()).isEmpty();
            return new String(process.stderr().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean isNoFileOfItsOwn(String target) {
        return List.of("/dev/null", "pipe:").stream().anyMatch(target::startsWith);
    }

    private static long openDescriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
