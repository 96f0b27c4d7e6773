package dev.interleave.sandbox.lockdown;

import dev.interleave.sandbox.seccomp.Architecture;

/// The numbers of the calls that build the wall.
///
/// @param openat opens a file
/// @param prctl changes the process
/// @param prlimit64 sets a limit
/// @param execve becomes another program
record CallNumbers(int openat, int prctl, int prlimit64, int execve) {
    static final int CLOSE_RANGE = 436;
    static final int LANDLOCK_CREATE_RULESET = 444;
    static final int LANDLOCK_ADD_RULE = 445;
    static final int LANDLOCK_RESTRICT_SELF = 446;

    static CallNumbers of(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> new CallNumbers(257, 157, 302, 59);
            case AARCH64 -> new CallNumbers(56, 167, 261, 221);
        };
    }
}
