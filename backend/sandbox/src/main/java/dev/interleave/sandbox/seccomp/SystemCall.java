package dev.interleave.sandbox.seccomp;

import static dev.interleave.sandbox.seccomp.CallRule.always;
import static dev.interleave.sandbox.seccomp.CallRule.never;
import static dev.interleave.sandbox.seccomp.CallRule.onItself;
import static dev.interleave.sandbox.seccomp.CallRule.withArgument;
import static dev.interleave.sandbox.seccomp.CallRule.withFlags;
import static dev.interleave.sandbox.seccomp.Errno.EACCES;
import static dev.interleave.sandbox.seccomp.Errno.ENOSYS;
import static dev.interleave.sandbox.seccomp.Errno.ENOTTY;
import static dev.interleave.sandbox.seccomp.Errno.EPERM;

import java.util.OptionalInt;

/// The allow-list: every system call a JVM needs, its number on both architectures, and when it is
/// allowed. The filter tests the rows in this order, so the most frequent come first.
enum SystemCall {
    // What a busy JVM calls all the time.
    FUTEX(202, 98),
    READ(0, 63),
    WRITE(1, 64),
    MADVISE(28, 233),
    MPROTECT(10, 226),
    MMAP(9, 222),
    MUNMAP(11, 215),
    SCHED_YIELD(24, 124),
    CLOCK_NANOSLEEP(230, 115),
    CLOCK_GETTIME(228, 113),

    // Memory.
    BRK(12, 214),
    MREMAP(25, 216),
    MINCORE(27, 232),
    MEMBARRIER(324, 283),

    // Files: to look and to read. Nothing creates, renames or removes.
    OPENAT(257, 56),
    OPEN(2, OnThisOne.ABSENT),
    CLOSE(3, 57),
    FSTAT(5, 80),
    NEWFSTATAT(262, 79),
    STAT(4, OnThisOne.ABSENT),
    LSTAT(6, OnThisOne.ABSENT),
    STATX(332, 291),
    STATFS(137, 43),
    FSTATFS(138, 44),
    ACCESS(21, OnThisOne.ABSENT),
    FACCESSAT(269, 48),
    FACCESSAT2(439, 439),
    READLINK(89, OnThisOne.ABSENT),
    READLINKAT(267, 78),
    GETDENTS64(217, 61),
    GETCWD(79, 17),
    FCHDIR(81, 50),
    LSEEK(8, 62),
    READV(19, 65),
    WRITEV(20, 66),
    PREAD64(17, 67),
    PWRITE64(18, 68),
    FTRUNCATE(77, 46),
    DUP(32, 23),
    DUP2(33, OnThisOne.ABSENT),
    DUP3(292, 24),
    PIPE(22, OnThisOne.ABSENT),
    PIPE2(293, 59),

    // Selectors and the pollers of virtual threads.
    POLL(7, OnThisOne.ABSENT),
    PPOLL(271, 73),
    EPOLL_CREATE1(291, 20),
    EPOLL_CTL(233, 21),
    EPOLL_WAIT(232, OnThisOne.ABSENT),
    EPOLL_PWAIT(281, 22),
    EVENTFD2(290, 19),

    // Threads, signals, time.
    SET_ROBUST_LIST(273, 99),
    GET_ROBUST_LIST(274, 100),
    SET_TID_ADDRESS(218, 96),
    RSEQ(334, 293),
    GETTID(186, 178),
    GETPID(39, 172),
    GETPPID(110, 173),
    SCHED_GETAFFINITY(204, 123),
    SCHED_GETPARAM(143, 121),
    SCHED_GETSCHEDULER(145, 120),
    GETCPU(309, 168),
    RT_SIGACTION(13, 134),
    RT_SIGPROCMASK(14, 135),
    RT_SIGRETURN(15, 139),
    RT_SIGTIMEDWAIT(128, 137),
    SIGALTSTACK(131, 132),
    RESTART_SYSCALL(219, 128),
    NANOSLEEP(35, 101),
    CLOCK_GETRES(229, 114),
    GETTIMEOFDAY(96, 169),
    TIME(201, OnThisOne.ABSENT),
    TIMES(100, 153),

    // Who and where am I.
    GETUID(102, 174),
    GETEUID(107, 175),
    GETGID(104, 176),
    GETEGID(108, 177),
    UNAME(63, 160),
    SYSINFO(99, 179),
    GETRUSAGE(98, 165),
    GETRANDOM(318, 278),
    ARCH_PRCTL(158, OnThisOne.ABSENT),

    // Life and death. The first process of bwrap's namespace lives under this filter too and waits
    // for the JVM; `execve` is how the JVM starts after the filter is in place.
    EXECVE(59, 221),
    EXIT(60, 93),
    EXIT_GROUP(231, 94),
    WAIT4(61, 260),

    // Calls that can only tighten the walls.
    SECCOMP(317, 277),
    LANDLOCK_CREATE_RULESET(444, 444),
    LANDLOCK_ADD_RULE(445, 445),
    LANDLOCK_RESTRICT_SELF(446, 446),

    /// Threads only: no process, no namespace.
    CLONE(56, 220, withFlags(Flag.CLONE_THREAD, Flag.CLONE_NEW_NAMESPACES, EPERM)),

    /// Its flags lie in memory, where a filter cannot look; glibc falls back to `clone`.
    CLONE3(435, 435, never(ENOSYS)),

    /// No signal reaches another process, whatever the user ids say.
    TGKILL(234, 131, onItself(EPERM)),

    /// Its own limits only, and those can only be lowered: hard equals soft.
    PRLIMIT64(302, 261, withArgument(0, EPERM, 0)),

    PRCTL(
            157,
            167,
            withArgument(
                    0,
                    EPERM,
                    Flag.PR_SET_PDEATHSIG,
                    Flag.PR_GET_DUMPABLE,
                    Flag.PR_SET_DUMPABLE,
                    Flag.PR_SET_NAME,
                    Flag.PR_GET_NAME,
                    Flag.PR_GET_SECCOMP,
                    Flag.PR_SET_SECCOMP,
                    Flag.PR_SET_NO_NEW_PRIVS,
                    Flag.PR_SET_VMA)),

    IOCTL(16, 29, withArgument(1, ENOTTY, Flag.TCGETS, Flag.TIOCGWINSZ, Flag.FIONREAD)),

    /// No locks (a channel between runs), no leases, no resizing of pipes.
    FCNTL(
            72,
            25,
            withArgument(
                    1,
                    EPERM,
                    Flag.F_DUPFD,
                    Flag.F_GETFD,
                    Flag.F_SETFD,
                    Flag.F_GETFL,
                    Flag.F_SETFL,
                    Flag.F_DUPFD_CLOEXEC)),

    SOCKET(41, 198, never(EACCES)),

    /// The JDK's channels make one when they load. With no `sendmsg` it passes no descriptors.
    SOCKETPAIR(53, 199, withArgument(0, EACCES, Flag.AF_UNIX));

    private final int x86Number;
    private final int armNumber;

    @SuppressWarnings("ImmutableEnumChecker") // Records all the way down, lists copied.
    private final CallRule rule;

    SystemCall(int x86Number, int armNumber) {
        this(x86Number, armNumber, always());
    }

    SystemCall(int x86Number, int armNumber, CallRule rule) {
        this.x86Number = x86Number;
        this.armNumber = armNumber;
        this.rule = rule;
    }

    /// Its number, or empty where it does not exist.
    OptionalInt number(Architecture architecture) {
        int number =
                switch (architecture) {
                    case X86_64 -> x86Number;
                    case AARCH64 -> armNumber;
                };
        return number == OnThisOne.ABSENT ? OptionalInt.empty() : OptionalInt.of(number);
    }

    CallRule rule() {
        return rule;
    }

    private static final class OnThisOne {
        static final int ABSENT = -1;
    }

    /// Constants of the kernel's headers, under their names there.
    private static final class Flag {
        static final int CLONE_THREAD = 0x0001_0000;

        /// Time, mount, cgroup, UTS, IPC, user, PID and network, together.
        static final int CLONE_NEW_NAMESPACES = 0x7E02_0080;

        static final int PR_SET_PDEATHSIG = 1;
        static final int PR_GET_DUMPABLE = 3;
        static final int PR_SET_DUMPABLE = 4;
        static final int PR_SET_NAME = 15;
        static final int PR_GET_NAME = 16;
        static final int PR_GET_SECCOMP = 21;
        static final int PR_SET_SECCOMP = 22;
        static final int PR_SET_NO_NEW_PRIVS = 38;
        static final int PR_SET_VMA = 0x5356_4D41;

        static final int TCGETS = 0x5401;
        static final int TIOCGWINSZ = 0x5413;
        static final int FIONREAD = 0x541B;

        static final int F_DUPFD = 0;
        static final int F_GETFD = 1;
        static final int F_SETFD = 2;
        static final int F_GETFL = 3;
        static final int F_SETFL = 4;
        static final int F_DUPFD_CLOEXEC = 1030;

        static final int AF_UNIX = 1;
    }
}
