package dev.interleave.runner;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.TraceFrames.Output;
import dev.interleave.probe.Recording;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the program prints, kept until the drain takes it. Written by the program's threads; the
/// lock is held for a copy only, never while anything is waited for.
final class OutputCapture {
    private static final int ROOM = 4_096;

    private final Object lock = new Object();
    private final long limitBytes;
    private final Ending ending;
    private List<Piece> pieces = new ArrayList<>();
    private long written;

    private static final class Piece {
        final int lane;
        final long nanos;
        final boolean isError;
        final long offset;
        byte[] bytes;
        int size;

        Piece(int lane, long nanos, boolean isError, long offset, int size) {
            this.lane = lane;
            this.nanos = nanos;
            this.isError = isError;
            this.offset = offset;
            this.bytes = new byte[Math.max(size, 64)];
        }

        void append(byte[] source, int from, int length) {
            if (size + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
            }
            System.arraycopy(source, from, bytes, size, length);
            size += length;
        }
    }

    OutputCapture(long limitBytes, Ending ending) {
        this.limitBytes = limitBytes;
        this.ending = ending;
    }

    /// Makes `System.out` and `System.err` come here.
    void install() {
        System.setOut(stream(false));
        System.setErr(stream(true));
    }

    /// As [#install], with streams that take no lock of `java.util.concurrent`: that would order
    /// threads which print.
    void installLockless() {
        System.setOut(locklessStream(false));
        System.setErr(locklessStream(true));
    }

    private PrintStream locklessStream(boolean isError) {
        return new PrintStream(new Sink(isError), true, StandardCharsets.UTF_8) {};
    }

    private PrintStream stream(boolean isError) {
        return new PrintStream(new Sink(isError), true, StandardCharsets.UTF_8);
    }

    private final class Sink extends OutputStream {
        private final boolean isError;

        Sink(boolean isError) {
            this.isError = isError;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (length > 0) {
                accept(isError, bytes, from, length);
            }
        }
    }

    private void accept(boolean isError, byte[] bytes, int from, int length) {
        int lane = Recording.currentLane();
        long offset;
        synchronized (lock) {
            int taken = (int) Math.min(length, limitBytes - written);
            offset = written;
            if (taken > 0) {
                append(lane, isError, bytes, from, taken);
            }
        }
        Recording.outputWritten(offset);
        if (offset + length > limitBytes) {
            ending.request(
                    new RunOutcome.OverLimit(
                            Limit.OUTPUT,
                            "The program printed too much: the limit is "
                                    + limitBytes
                                    + " bytes."));
        }
    }

    private void append(int lane, boolean isError, byte[] bytes, int from, int length) {
        Piece last = pieces.isEmpty() ? null : pieces.getLast();
        if (last == null
                || last.lane != lane
                || last.isError != isError
                || last.size + length > ROOM) {
            last = new Piece(lane, Recording.traceNanos(), isError, written, length);
            pieces.add(last);
        }
        last.append(bytes, from, length);
        written += length;
    }

    /// What was printed since the last call.
    List<Output> take() {
        List<Piece> taken;
        synchronized (lock) {
            if (pieces.isEmpty()) {
                return List.of();
            }
            taken = pieces;
            pieces = new ArrayList<>();
        }
        return taken.stream()
                .map(piece ->
                        new Output(
                                piece.lane,
                                piece.nanos,
                                piece.isError,
                                piece.offset,
                                Bytes.wrap(Arrays.copyOf(piece.bytes, piece.size))))
                .toList();
    }
}
