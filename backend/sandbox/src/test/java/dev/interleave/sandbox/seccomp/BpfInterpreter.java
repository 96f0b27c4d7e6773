package dev.interleave.sandbox.seccomp;

import dev.interleave.sandbox.seccomp.Instruction.Code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Runs a filter as the kernel does, so that both architectures are tested on one machine.
final class BpfInterpreter {
    private static final int CALL_BYTES = 64;

    private BpfInterpreter() {}

    /// The verdict on a call.
    static int run(byte[] program, int architecture, int number, long... arguments) {
        ByteBuffer call = ByteBuffer.allocate(CALL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        call.putInt(number).putInt(architecture).putLong(0);
        for (long argument : arguments) {
            call.putLong(argument);
        }
        ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int accumulator = 0;
        while (true) {
            int operation = Short.toUnsignedInt(code.getShort());
            int ifTrue = Byte.toUnsignedInt(code.get());
            int ifFalse = Byte.toUnsignedInt(code.get());
            int operand = code.getInt();
            boolean holds =
                    switch (operation) {
                        case Code.LOAD, Code.RETURN -> true;
                        case Code.JUMP_IF_EQUAL -> accumulator == operand;
                        case Code.JUMP_IF_AT_LEAST ->
                                Integer.compareUnsigned(accumulator, operand) >= 0;
                        case Code.JUMP_IF_ANY_BIT -> (accumulator & operand) != 0;
                        default -> throw new IllegalStateException("operation " + operation);
                    };
            if (operation == Code.RETURN) {
                return operand;
            }
            if (operation == Code.LOAD) {
                accumulator = call.getInt(operand);
            }
            code.position(code.position() + Instruction.BYTES * (holds ? ifTrue : ifFalse));
        }
    }
}
