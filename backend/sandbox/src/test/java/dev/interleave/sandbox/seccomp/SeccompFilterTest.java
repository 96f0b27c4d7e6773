package dev.interleave.sandbox.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.OptionalInt;

@ParameterizedClass
@EnumSource(Architecture.class)
class SeccompFilterTest {
    private static final int OWN_PID = 2;
    private static final long THREAD_FLAGS = 0x3d0f00;
    private static final long FORK_FLAGS = 0x1200011;
    private static final long NEW_USER_NAMESPACE = 0x1000_0000;

    private final Architecture architecture;
    private final byte[] program;

    SeccompFilterTest(Architecture architecture) {
        this.architecture = architecture;
        this.program = SeccompFilter.forJvm(architecture, OWN_PID).toBytes();
    }

    @Test
    void verdict_everyUnconditionalCall_isAllowed() {
        assertThat(SystemCall.values())
                .filteredOn(call -> call.rule() instanceof CallRule.Always)
                .filteredOn(call -> call.number(architecture).isPresent())
                .allSatisfy(call -> assertThat(verdict(call)).isEqualTo(SeccompFilter.ALLOW));
    }

    @Test
    void verdict_anyOtherNumber_doesNotExist() {
        int[] known =
                Arrays.stream(SystemCall.values())
                        .map(call -> call.number(architecture))
                        .flatMapToInt(OptionalInt::stream)
                        .toArray();
        for (int number = 0; number < 1000; number++) {
            int candidate = number;
            if (Arrays.stream(known).noneMatch(each -> each == candidate)) {
                assertThat(run(number)).as("call %s", number).isEqualTo(refused(Errno.ENOSYS));
            }
        }
    }

    @Test
    void verdict_foreignArchitecture_kills() {
        assertThat(BpfInterpreter.run(program, 0x4000_0003, 0))
                .isEqualTo(SeccompFilter.KILL_PROCESS);
    }

    @Test
    void verdict_cloneOfThread_isAllowed() {
        assertThat(verdict(SystemCall.CLONE, THREAD_FLAGS)).isEqualTo(SeccompFilter.ALLOW);
    }

    @Test
    void verdict_cloneOfProcess_isRefused() {
        assertThat(verdict(SystemCall.CLONE, FORK_FLAGS)).isEqualTo(refused(Errno.EPERM));
    }

    @Test
    void verdict_cloneOfThreadInNewNamespace_isRefused() {
        assertThat(verdict(SystemCall.CLONE, THREAD_FLAGS | NEW_USER_NAMESPACE))
                .isEqualTo(refused(Errno.EPERM));
    }

    @Test
    void verdict_clone3_fallsBackToClone() {
        assertThat(verdict(SystemCall.CLONE3)).isEqualTo(refused(Errno.ENOSYS));
    }

    @Test
    void verdict_signalToItself_isAllowed() {
        assertThat(verdict(SystemCall.TGKILL, OWN_PID, 7, 9)).isEqualTo(SeccompFilter.ALLOW);
    }

    @Test
    void verdict_signalToFirstProcess_isRefused() {
        assertThat(verdict(SystemCall.TGKILL, 1, 1, 9)).isEqualTo(refused(Errno.EPERM));
    }

    @Test
    void verdict_limitOfItself_isAllowed() {
        assertThat(verdict(SystemCall.PRLIMIT64, 0, 7)).isEqualTo(SeccompFilter.ALLOW);
    }

    @Test
    void verdict_limitOfAnother_isRefused() {
        assertThat(verdict(SystemCall.PRLIMIT64, 1, 7)).isEqualTo(refused(Errno.EPERM));
    }

    @Test
    void verdict_socket_isRefusedAsTheJdkExpects() {
        assertThat(verdict(SystemCall.SOCKET, 2, 1)).isEqualTo(refused(Errno.EACCES));
    }

    @Test
    void verdict_terminalInjection_isRefused() {
        assertThat(verdict(SystemCall.IOCTL, 0, 0x5412)).isEqualTo(refused(Errno.ENOTTY));
    }

    @Test
    void verdict_fileLock_isRefused() {
        assertThat(verdict(SystemCall.FCNTL, 3, 6)).isEqualTo(refused(Errno.EPERM));
    }

    @Test
    void toBytes_anyArchitecture_fitsTheKernel() {
        assertThat(program.length / Instruction.BYTES).isBetween(200, 4096);
    }

    @Test
    void verdict_x32Call_killsOnX86AndIsUnknownOnArm() {
        int expected =
                switch (architecture) {
                    case X86_64 -> SeccompFilter.KILL_PROCESS;
                    case AARCH64 -> refused(Errno.ENOSYS);
                };
        assertThat(run(0x4000_0000)).isEqualTo(expected);
    }

    private int verdict(SystemCall call, long... arguments) {
        return run(call.number(architecture).orElseThrow(), arguments);
    }

    private int run(int number, long... arguments) {
        return BpfInterpreter.run(program, architecture.auditValue(), number, arguments);
    }

    private static int refused(Errno errno) {
        return SeccompFilter.answer(errno);
    }
}
