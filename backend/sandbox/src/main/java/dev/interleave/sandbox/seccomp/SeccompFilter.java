package dev.interleave.sandbox.seccomp;

import dev.interleave.sandbox.seccomp.Instruction.Code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A program that allows the calls of one JVM and refuses all others, in the form that
/// `PR_SET_SECCOMP` and `bwrap --seccomp` read. Immutable.
public final class SeccompFilter {
    /// The id of the JVM inside bwrap's process namespace: bwrap itself is 1.
    public static final int PID_INSIDE_BWRAP = 2;

    /*
     * The program is a list of tests on the call's number, one after the other, as the kernel
     * remembers which calls are always allowed and does not run it for them. No test jumps further
     * than over its own rule, so a rule can be added without looking at the others.
     *
     * A foreign architecture is killed, not refused: numbers mean other calls there. An unknown
     * call answers ENOSYS, so that glibc and the JVM fall back as they do on an old kernel.
     */

    /// Offsets in the kernel's `struct seccomp_data`; arguments are eight bytes, low half first.
    private static final int NUMBER_OFFSET = 0;

    private static final int ARCHITECTURE_OFFSET = 4;
    private static final int FIRST_ARGUMENT_OFFSET = 16;
    private static final int ARGUMENT_BYTES = 8;

    static final int ALLOW = 0x7FFF_0000;
    static final int KILL_PROCESS = 0x8000_0000;
    private static final int ANSWER = 0x0005_0000;

    /// From here on numbers belong to the 32-bit calls of x86-64.
    private static final int X32_NUMBERS = 0x4000_0000;

    private final List<Instruction> program;

    private SeccompFilter(List<Instruction> program) {
        this.program = List.copyOf(program);
    }

    /// The filter for a JVM that sees itself under the process id `ownPid`.
    public static SeccompFilter forJvm(Architecture architecture, int ownPid) {
        return new SeccompFilter(new Assembler(architecture, ownPid).assemble());
    }

    /// The program as the kernel wants it: eight bytes an instruction, little-endian.
    public byte[] toBytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(program.size() * Instruction.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        program.forEach(instruction -> instruction.writeTo(bytes));
        return bytes.array();
    }

    /// How many instructions the program has; the kernel takes up to 4,096.
    public int instructionCount() {
        return program.size();
    }

    List<Instruction> program() {
        return program;
    }

    static int answer(Errno errno) {
        return ANSWER | errno.value();
    }

    private static final class Assembler {
        private final Architecture architecture;
        private final int ownPid;
        private final List<Instruction> program = new ArrayList<>();

        Assembler(Architecture architecture, int ownPid) {
            this.architecture = architecture;
            this.ownPid = ownPid;
        }

        List<Instruction> assemble() {
            load(ARCHITECTURE_OFFSET);
            jump(Code.JUMP_IF_EQUAL, architecture.auditValue(), 1, 0);
            verdict(KILL_PROCESS);
            load(NUMBER_OFFSET);
            if (architecture == Architecture.X86_64) {
                jump(Code.JUMP_IF_AT_LEAST, X32_NUMBERS, 0, 1);
                verdict(KILL_PROCESS);
            }
            for (SystemCall call : SystemCall.values()) {
                call.number(architecture).ifPresent(number -> rule(number, call.rule()));
            }
            verdict(answer(Errno.ENOSYS));
            return program;
        }

        private void rule(int number, CallRule rule) {
            List<Instruction> body = new Assembler(architecture, ownPid).body(rule);
            jump(Code.JUMP_IF_EQUAL, number, 0, body.size());
            program.addAll(body);
        }

        private List<Instruction> body(CallRule rule) {
            switch (rule) {
                case CallRule.Always() -> verdict(ALLOW);
                case CallRule.Never(Errno answer) -> verdict(answer(answer));
                case CallRule.WithArgument(int index, List<Integer> allowed, Errno answer) ->
                        oneOf(index, allowed, answer);
                case CallRule.OnItself(Errno answer) -> oneOf(0, List.of(ownPid), answer);
                case CallRule.WithFlags(int required, int forbidden, Errno answer) ->
                        flags(required, forbidden, answer);
            }
            return program;
        }

        private void oneOf(int argument, List<Integer> allowed, Errno answer) {
            load(FIRST_ARGUMENT_OFFSET + ARGUMENT_BYTES * argument);
            for (int value : allowed) {
                jump(Code.JUMP_IF_EQUAL, value, 0, 1);
                verdict(ALLOW);
            }
            verdict(answer(answer));
        }

        private void flags(int required, int forbidden, Errno answer) {
            if (Integer.bitCount(required) != 1) {
                throw new IllegalStateException("one required bit is what a jump can test");
            }
            load(FIRST_ARGUMENT_OFFSET);
            jump(Code.JUMP_IF_ANY_BIT, forbidden, 2, 0);
            jump(Code.JUMP_IF_ANY_BIT, required, 0, 1);
            verdict(ALLOW);
            verdict(answer(answer));
        }

        private void load(int offset) {
            program.add(new Instruction(Code.LOAD, 0, 0, offset));
        }

        private void jump(int code, int operand, int ifTrue, int ifFalse) {
            program.add(new Instruction(code, ifTrue, ifFalse, operand));
        }

        private void verdict(int value) {
            program.add(new Instruction(Code.RETURN, 0, 0, value));
        }
    }
}
