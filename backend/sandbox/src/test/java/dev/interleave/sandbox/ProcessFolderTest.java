package dev.interleave.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What is read from the kernel's and the loader's texts.
class ProcessFolderTest {
    @Test
    void parseCpuTime_nameWithBracketsAndSpaces_countsBothKindsOfTime() {
        String stat =
                "7 (a) b (c) S 1 7 7 0 -1 4194304 1 0 0 0 25 17 0 0 30 10 12 0 9 100 8 1844 1 1";

        assertThat(ProcessFolder.parseCpuTime(stat)).isEqualTo(Duration.ofMillis(420));
    }

    @Test
    void parse_statusOfConfined_showsItsWalls() {
        ProcessStatus status =
                ProcessStatus.parse(
                        """
                        Name:\tjava
                        Uid:\t65534\t65534\t65534\t65534
                        VmRSS:\t   31000 kB
                        CapPrm:\t0000000000000000
                        CapEff:\t0000000000000000
                        NoNewPrivs:\t1
                        Seccomp:\t2
                        """);

        assertThat(status.userId()).isEqualTo(65534);
        assertThat(status.hasNoCapability()).isTrue();
        assertThat(status.isFiltered()).isTrue();
        assertThat(status.cannotGainPrivileges()).isTrue();
        assertThat(status.residentBytes()).isEqualTo(31_744_000);
    }

    @Test
    void parse_statusOfRoot_showsThatThereAreNone() {
        ProcessStatus status =
                ProcessStatus.parse(
                        """
                        Uid:\t0\t0\t0\t0
                        CapPrm:\t000001fffeffffff
                        CapEff:\t000001fffeffffff
                        NoNewPrivs:\t0
                        Seccomp:\t0
                        """);

        assertThat(status.userId()).isZero();
        assertThat(status.hasNoCapability()).isFalse();
        assertThat(status.isFiltered()).isFalse();
        assertThat(status.cannotGainPrivileges()).isFalse();
        assertThat(status.residentBytes()).isZero();
    }

    @Test
    void parse_listingOfLoader_findsLibrariesOnly() {
        assertThat(
                        SharedLibraries.parse(
                                """
                                \tlinux-vdso.so.1 (0x00007f3d409cc000)
                                \tlibjvm.so => not found
                                \tlibc.so.6 => /lib/aarch64-linux-gnu/libc.so.6 (0x00007f3d407b6000)
                                \t/lib/ld-linux-aarch64.so.1 (0x00007f3d409ce000)
                                """))
                .containsOnly(Map.entry("libc.so.6", Path.of("/lib/aarch64-linux-gnu/libc.so.6")));
    }

    @Test
    void explain_knownWords_addWhatToDo() {
        assertThat(NoWallHints.explain("bwrap: setting up uid map: Permission denied"))
                .startsWith("bwrap: setting up uid map: Permission denied (")
                .contains("apparmor_restrict_unprivileged_userns");
    }
}
