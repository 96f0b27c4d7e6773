package dev.interleave.sandbox.lockdown;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.interleave.sandbox.seccomp.Architecture;
import dev.interleave.sandbox.seccomp.SeccompFilter;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// Locks itself in and becomes another program. Started with a [LockdownPlan] for arguments and the
/// pipes of a confined process; what goes wrong is one line on standard error and status 125, and
/// then nothing has been started.
public final class LockdownMain {
    /// How the launcher ends when it cannot build the wall.
    public static final int NO_WALL_STATUS = 125;

    /// The system property with which it prepares everything and does nothing: so that its start
    /// can be recorded, and replayed faster.
    public static final String REHEARSAL = "interleave.rehearsal";

    private static final int PR_SET_PDEATHSIG = 1;
    private static final int PR_SET_SECCOMP = 22;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_MODE_FILTER = 2;
    private static final int SIGKILL = 9;
    private static final int FIRST_DESCRIPTOR_TO_CLOSE = 5;
    private static final long LAST_DESCRIPTOR = 0xFFFF_FFFFL;
    private static final int CLOSE_ON_EXEC = 4;

    private final LockdownPlan plan;
    private final Kernel kernel = new Kernel();
    private final CallNumbers calls;
    private final long program;
    private final long arguments;
    private final long environment;
    private final long filterAddress;
    private final Landlock landlock;

    /*
     * Order matters. Landlock needs its paths open before it forbids opening; seccomp forbids the
     * calls that the other walls are built with; and the limits of memory fit the program we
     * become, not this JVM, so hardly anything may be allocated between them and execve. That is
     * why everything is laid out in the constructor.
     */
    private LockdownMain(LockdownPlan plan) {
        this.plan = plan;
        Architecture architecture =
                Architecture.current()
                        .orElseThrow(() -> new IllegalStateException("unknown architecture"));
        calls = CallNumbers.of(architecture);
        program = kernel.address(plan.command().getFirst());
        arguments = kernel.address(plan.command());
        environment = kernel.address(plan.environment());
        int pid = (int) ProcessHandle.current().pid();
        SeccompFilter filter = SeccompFilter.forJvm(architecture, pid);
        filterAddress = kernel.filterAddress(filter.toBytes(), filter.instructionCount());
        landlock = new Landlock(kernel, calls);
        plan.programs().forEach(landlock::allowProgram);
        plan.readable().forEach(landlock::allowReading);
        plan.writable().forEach(landlock::allowWriting);
    }

    /// Never returns, unless to rehearse: see [#REHEARSAL].
    public static void main(String[] arguments) {
        try {
            LockdownMain lockdown = new LockdownMain(LockdownPlan.parse(List.of(arguments)));
            if (Boolean.getBoolean(REHEARSAL)) {
                return;
            }
            lockdown.become();
        } catch (RuntimeException e) {
            System.err.println("no wall: " + e.getMessage());
        }
        System.exit(NO_WALL_STATUS);
    }

    private void become() {
        kernel.call("end with the server", calls.prctl(), PR_SET_PDEATHSIG, SIGKILL);
        kernel.call("bar new privileges", calls.prctl(), PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        landlock.restrictThisThread();
        kernel.call(
                "close descriptors",
                CallNumbers.CLOSE_RANGE,
                FIRST_DESCRIPTOR_TO_CLOSE,
                LAST_DESCRIPTOR,
                CLOSE_ON_EXEC);
        limit();
        kernel.call(
                "take the filter",
                calls.prctl(),
                PR_SET_SECCOMP,
                SECCOMP_MODE_FILTER,
                filterAddress);
        kernel.call("start the JVM", calls.execve(), program, arguments, environment);
    }

    private void limit() {
        MemorySegment hardAndSoft = kernel.allocate(2 * Long.BYTES);
        plan.limits()
                .forEach((resource, value) -> {
                    hardAndSoft.setAtIndex(JAVA_LONG, 0, value);
                    hardAndSoft.setAtIndex(JAVA_LONG, 1, value);
                    kernel.call(
                            "limit " + resource,
                            calls.prlimit64(),
                            0,
                            resource.number(),
                            hardAndSoft.address(),
                            0);
                });
    }
}
