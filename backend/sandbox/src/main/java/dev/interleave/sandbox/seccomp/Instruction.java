package dev.interleave.sandbox.seccomp;

import java.nio.ByteBuffer;

/// One instruction of classic BPF, the kernel's `struct sock_filter`.
///
/// @param code what to do: see [Code]
/// @param ifTrue how many instructions a comparison that holds skips
/// @param ifFalse how many one that does not hold skips
/// @param operand an offset, a number to compare with, or a verdict
record Instruction(int code, int ifTrue, int ifFalse, int operand) {
    /// Its size in bytes.
    static final int BYTES = 8;

    void writeTo(ByteBuffer out) {
        out.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
    }

    /// The five instructions that a filter here is made of.
    static final class Code {
        static final int LOAD = 0x20;
        static final int JUMP_IF_EQUAL = 0x15;
        static final int JUMP_IF_AT_LEAST = 0x35;
        static final int JUMP_IF_ANY_BIT = 0x45;
        static final int RETURN = 0x06;

        private Code() {}
    }
}
