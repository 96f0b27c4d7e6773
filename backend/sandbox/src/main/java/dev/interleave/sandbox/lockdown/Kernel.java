package dev.interleave.sandbox.lockdown;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Calls the kernel through libc's `syscall`. What it allocates is never freed: the process is
/// about to become another program. Confined to one thread, which must make all the calls: the
/// kernel keeps walls by thread.
final class Kernel {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    @SuppressWarnings("restricted") // Raw system calls are what this class is for.
    private static final MethodHandle SYSCALL =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("syscall"),
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                            JAVA_LONG),
                    Linker.Option.firstVariadicArg(1),
                    Linker.Option.captureCallState("errno"));

    private final Arena arena = Arena.global();
    private final MemorySegment callState = arena.allocate(CALL_STATE);

    /// Makes a call; a [RefusedByKernel] that names `what` if it fails.
    long call(String what, long number, long... arguments) {
        long result = tryCall(number, arguments);
        if (result < 0) {
            throw new RefusedByKernel(what, (int) ERRNO.get(callState, 0L));
        }
        return result;
    }

    /// Makes a call; below zero if it fails.
    long tryCall(long number, long... arguments) {
        long[] all = new long[5];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        try {
            return (long)
                    SYSCALL.invokeExact(callState, number, all[0], all[1], all[2], all[3], all[4]);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot call into libc", e);
        }
    }

    MemorySegment allocate(long bytes) {
        return arena.allocate(bytes, Long.BYTES);
    }

    long address(String text) {
        return arena.allocateFrom(text, StandardCharsets.UTF_8).address();
    }

    /// An array of C strings with a null at its end.
    long address(List<String> texts) {
        MemorySegment array = allocate((texts.size() + 1L) * Long.BYTES);
        for (int i = 0; i < texts.size(); i++) {
            array.setAtIndex(JAVA_LONG, i, address(texts.get(i)));
        }
        return array.address();
    }

    /// The kernel's `struct sock_fprog` for a filter.
    long filterAddress(byte[] filter, int instructions) {
        MemorySegment program = allocate(filter.length);
        program.copyFrom(MemorySegment.ofArray(filter));
        MemorySegment header = allocate(2 * Long.BYTES);
        header.set(JAVA_INT, 0, instructions);
        header.set(JAVA_LONG, Long.BYTES, program.address());
        return header.address();
    }
}
