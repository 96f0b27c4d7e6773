package dev.interleave.sandbox.seccomp;

import java.util.Arrays;
import java.util.List;

/// When a system call may be made. A call without a rule does not exist for the confined process.
sealed interface CallRule {
    /// Always.
    record Always() implements CallRule {}

    /// Never, with an answer that the JDK understands better than "no such call".
    record Never(Errno answer) implements CallRule {}

    /// Only with one of the given values in the low 32 bits of the argument; the kernel itself
    /// reads no more of the arguments this is used for.
    record WithArgument(int index, List<Integer> allowed, Errno answer) implements CallRule {
        public WithArgument {
            allowed = List.copyOf(allowed);
        }
    }

    /// Only with this process's own id as the first argument.
    record OnItself(Errno answer) implements CallRule {}

    /// Only with every bit of `required` and no bit of `forbidden` in the first argument.
    record WithFlags(int required, int forbidden, Errno answer) implements CallRule {}

    static CallRule always() {
        return new Always();
    }

    static CallRule never(Errno answer) {
        return new Never(answer);
    }

    static CallRule withArgument(int index, Errno answer, Integer... allowed) {
        return new WithArgument(index, Arrays.asList(allowed), answer);
    }

    static CallRule onItself(Errno answer) {
        return new OnItself(answer);
    }

    static CallRule withFlags(int required, int forbidden, Errno answer) {
        return new WithFlags(required, forbidden, answer);
    }
}
