package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

/// Records what one thread does.
///
/// It hangs in a field of `Thread` that the weaver adds, so that a probe finds it without a
/// thread-local. Its thread alone writes; one drainer reads ([#drain]). Neither takes a lock: the
/// records lie in a chain of chunks, each published by a release store (see [Chunk]).
public final class ThreadRecorder {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long BASE = Unsafe.ARRAY_BYTE_BASE_OFFSET;
    private static final int RECORD_BYTES = 32;

    /// A virtual thread that does little must cost little: room for what it records until it waits
    /// for the first time, mounted, begun, called, parked and unmounted; then four times as many.
    private static final int FIRST_CHUNK_BYTES = 6 * RECORD_BYTES;

    /// How many drained chunks wait to be filled again: as much as a busy thread fills between two
    /// drains.
    private static final int MAX_SPARES = 64;

    private static final long SPARES = UNSAFE.objectFieldOffset(ThreadRecorder.class, "spares");

    private static final int LAST_CHUNK_BYTES = 1_024 * RECORD_BYTES;

    /// Added to [#depth] by a call whose inner parks are its own business: sleep, join, wait.
    static final int OPAQUE = 1 << 16;

    private final int lane;

    // The writer's side.
    private Chunk tail;
    private int position;

    /// Where in the source the thread was when it last left the program's own code.
    int site;

    /// How many recorded calls the thread is inside of; only the outermost is recorded.
    int depth;

    /// The receiver of the call that the program's own code is about to make: such a call is
    /// recorded, the same call from inside the JDK is not.
    @Nullable Object direct;

    /// The name that code has for `direct`.
    int directName;

    boolean hasBegun;

    /// Counts what might publish what the thread did; see [UseProbes]. Read by other threads.
    int stretch;

    /// Whether the thread may be ordered with others by something that makes no events.
    boolean isOrderedUnseen;

    /// How many stages of completable futures the thread is inside of.
    int stages;

    /// Why the thread could not get off its carrier, the last time.
    int pinReason;

    private ObjectTable.@Nullable Entry lastEntry;

    /// Drained chunks, a stack through their `next`.
    @SuppressWarnings("UnusedVariable") // read and written by offset
    private @Nullable Chunk spares;

    /// About how many those are: both sides count without waiting for each other, and a slip costs
    /// a chunk at most.
    private int spareCount;

    // The reader's side.
    private Chunk head;
    private int drained;
    private volatile boolean isEnded;

    /// The next in the list of all recorders, newest first; see [Recorders].
    @Nullable ThreadRecorder next;

    ThreadRecorder(int lane) {
        this.lane = lane;
        this.tail = new Chunk(FIRST_CHUNK_BYTES);
        this.head = tail;
    }

    /// The number of its lane, from 1.
    public int lane() {
        return lane;
    }

    /// Whether its thread has written its last record.
    public boolean isEnded() {
        return isEnded;
    }

    /// Whether the program's own code is what calls this object now.
    @SuppressWarnings("ReferenceEquality") // identity is meant; `equals` would be the program's
    boolean isDirect(Object object) {
        return direct == object;
    }

    void end() {
        lastEntry = null;
        direct = null;
        isEnded = true;
    }

    /// Appends a record. `what` is the kind's code, with the operation in its upper half.
    void write(int what, int object, int at, long argument) {
        int offset = position;
        Chunk chunk = tail;
        if (offset == chunk.bytes.length) {
            chunk = grow(chunk);
            offset = 0;
        }
        byte[] bytes = chunk.bytes;
        long record = BASE + offset;
        UNSAFE.putLong(bytes, record, Recording.recordNanos());
        UNSAFE.putInt(bytes, record + 8, what);
        UNSAFE.putInt(bytes, record + 12, lane);
        UNSAFE.putInt(bytes, record + 16, object);
        UNSAFE.putInt(bytes, record + 20, at);
        UNSAFE.putLong(bytes, record + 24, argument);
        position = offset + RECORD_BYTES;
        chunk.publish(offset + RECORD_BYTES);
    }

    /// The number of `object`. A thread mostly comes back to the object it used last.
    int numberOf(@Nullable Object object, int name) {
        if (object == null) {
            return 0;
        }
        ObjectTable.Entry entry = lastEntry;
        if (entry == null || !entry.refersTo(object) || (name != 0 && !entry.hasName)) {
            entry = ObjectTable.entryOf(object, name);
            lastEntry = entry;
        }
        return entry.number();
    }

    private Chunk grow(Chunk full) {
        Backlog.awaitRoom();
        Chunk fresh = takeSpare();
        if (fresh == null) {
            fresh = new Chunk(Math.min(full.bytes.length * 4, LAST_CHUNK_BYTES));
        }
        Backlog.add(full.bytes.length);
        full.link(fresh);
        tail = fresh;
        position = 0;
        return fresh;
    }

    /// The writer's: a chunk that has been drained, to be filled again, or null.
    private @Nullable Chunk takeSpare() {
        Chunk top;
        do {
            top = (Chunk) UNSAFE.getReferenceAcquire(this, SPARES);
        } while (top != null && !UNSAFE.compareAndSetReference(this, SPARES, top, top.next()));
        if (top != null) {
            top.reset();
            spareCount--;
        }
        return top;
    }

    /// The reader's: gives a drained chunk back, unless there are enough. One thread takes and one
    /// gives, so a chunk can't come back unseen between the look and the exchange of [#takeSpare].
    private void giveSpare(Chunk drained) {
        if (drained.bytes.length < LAST_CHUNK_BYTES || spareCount >= MAX_SPARES) {
            return;
        }
        spareCount++;
        Chunk top;
        do {
            top = (Chunk) UNSAFE.getReferenceAcquire(this, SPARES);
            drained.link(top);
        } while (!UNSAFE.compareAndSetReference(this, SPARES, top, drained));
    }

    /// Copies records that have not been drained yet into `target`, from `offset`, as many whole
    /// ones as fit, and returns how many bytes. For the one drainer only.
    public int drain(byte[] target, int offset) {
        int copied = 0;
        while (true) {
            Chunk following = head.next();
            int available = head.published() - drained;
            int bytes = Math.min(available, target.length - offset - copied);
            System.arraycopy(head.bytes, drained, target, offset + copied, bytes);
            drained += bytes;
            copied += bytes;
            if (bytes < available || following == null) {
                return copied;
            }
            Backlog.remove(head.bytes.length);
            giveSpare(head);
            head = following;
            drained = 0;
        }
    }
}
