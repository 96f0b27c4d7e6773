package dev.interleave.model.trace;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The layout of one event in memory, in a file and on the wire: 32 bytes, little-endian.
///
/// The probes inside the runner image write these offsets too and can't see this class; a test
/// holds the two together.
public final class TraceRecord {
    /// Size of a record in bytes.
    public static final int BYTES = 32;

    /// Offset of the time, 8 bytes.
    public static final int NANOS = 0;

    /// Offset of the kind's code, 2 bytes.
    public static final int KIND = 8;

    /// Offset of the operation, 2 bytes.
    public static final int OPERATION = 10;

    /// Offset of the lane, 4 bytes.
    public static final int LANE = 12;

    /// Offset of the object, 4 bytes.
    public static final int OBJECT = 16;

    /// Offset of the site, 4 bytes.
    public static final int SITE = 20;

    /// Offset of the argument, 8 bytes.
    public static final int ARGUMENT = 24;

    private TraceRecord() {}

    /// Reads the record at `offset`; empty when its kind is unknown. The buffer must be
    /// little-endian.
    public static Optional<TraceEvent> tryRead(ByteBuffer bytes, int offset) {
        return EventKind.tryOf(Short.toUnsignedInt(bytes.getShort(offset + KIND)))
                .map(kind ->
                        new TraceEvent(
                                bytes.getLong(offset + NANOS),
                                kind,
                                Short.toUnsignedInt(bytes.getShort(offset + OPERATION)),
                                bytes.getInt(offset + LANE),
                                bytes.getInt(offset + OBJECT),
                                bytes.getInt(offset + SITE),
                                bytes.getLong(offset + ARGUMENT)));
    }

    /// Writes `event` at `offset`. The buffer must be little-endian.
    public static void write(TraceEvent event, ByteBuffer bytes, int offset) {
        bytes.putLong(offset + NANOS, event.nanos());
        bytes.putShort(offset + KIND, (short) event.kind().code());
        bytes.putShort(offset + OPERATION, (short) event.operation());
        bytes.putInt(offset + LANE, event.lane());
        bytes.putInt(offset + OBJECT, event.object());
        bytes.putInt(offset + SITE, event.site());
        bytes.putLong(offset + ARGUMENT, event.argument());
    }
}
