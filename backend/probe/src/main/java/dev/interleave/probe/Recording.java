package dev.interleave.probe;

import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

/// One run's recording: its clock, its sink, and which threads have a recorder. The side of the
/// probes that the runner uses.
public final class Recording {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long RECORDER = UNSAFE.objectFieldOffset(Thread.class, "$recorder");
    private static final long LANE = UNSAFE.objectFieldOffset(Thread.class, "$lane");
    private static final Recording INSTANCE = new Recording();
    private static final long LAST_LANE = UNSAFE.objectFieldOffset(Recording.class, "lastLane");

    /// How long a step of a controlled run looks.
    public static final long STEP_NANOS = 1_000;

    private static volatile @Nullable ProbeSink sink;
    private static long epoch;

    /// In a controlled run the time of the next record, else less than 0.
    private static long stepTime = -1;

    @SuppressWarnings("UnusedVariable") // read and written by offset
    private volatile int lastLane;

    private Recording() {}

    /// Installs the sink and starts the clock of the run.
    public static void open(ProbeSink installed) {
        epoch = System.nanoTime();
        sink = installed;
    }

    /// Begins a step of a controlled run: from now on records are timed by steps, a thousand to
    /// each.
    public static void step(long number) {
        stepTime = number * STEP_NANOS;
    }

    /// Whether the run is a controlled one.
    static boolean isStepped() {
        return stepTime >= 0;
    }

    /// What a record says that the time is: nanoseconds since the run began, or a thousand for each
    /// step of a controlled run.
    public static long traceNanos() {
        long time = stepTime;
        return time < 0 ? nanos() : time;
    }

    static long recordNanos() {
        long time = stepTime;
        if (time < 0) {
            return System.nanoTime() - epoch;
        }
        stepTime = time + 1;
        return time;
    }

    /// Nanoseconds since the run began.
    public static long nanos() {
        return System.nanoTime() - epoch;
    }

    /// Gives `thread`, which has not started, a lane: the first one of a run.
    public static void adopt(Thread thread) {
        open(thread, 0);
    }

    /// Gives the current thread a lane, for benchmarks and tests.
    public static ThreadRecorder adoptCurrent() {
        return open(Thread.currentThread(), 0);
    }

    /// The lane of the current thread, or 0.
    public static int currentLane() {
        ThreadRecorder recorder = current();
        return recorder == null ? 0 : recorder.lane();
    }

    /// The number of an object that records may speak of; its name travels first.
    public static int numberOf(Object object) {
        return ObjectTable.entryOf(object, 0).number();
    }

    /// Records that the current thread wrote output, `offset` bytes into the run's output.
    public static void outputWritten(long offset) {
        ThreadRecorder recorder = current();
        if (recorder != null) {
            recorder.write(Kind.OUTPUT_WRITTEN, 0, recorder.site, offset);
        }
    }

    /// Gives a carrier its lane.
    static int openCarrier(Thread carrier) {
        int lane = UNSAFE.getAndAddInt(INSTANCE, LAST_LANE, 1) + 1;
        ProbeSink to = sink;
        if (to != null) {
            to.carrierOpened(lane, carrier);
        }
        UNSAFE.putInt(carrier, LANE, lane);
        return lane;
    }

    /// Whether a pool is the one whose threads carry the virtual threads. Asking for that one would
    /// make it, and its helper threads, in a program that has no virtual thread.
    @SuppressWarnings("ReferenceEquality") // identity is meant
    static boolean isVirtualScheduler(Object pool) {
        return !UNSAFE.shouldBeInitialized(VirtualThreads.TYPE) && pool == VirtualScheduler.POOL;
    }

    /// Apart, so that looking the class up waits for the first task.
    private static final class VirtualThreads {
        static final Class<?> TYPE = type();

        private static Class<?> type() {
            try {
                return Class.forName("java.lang.VirtualThread", false, null);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("every JDK has virtual threads", e);
            }
        }
    }

    /// Apart, so that asking for the scheduler waits for the first virtual thread.
    private static final class VirtualScheduler {
        static final Object POOL =
                SharedSecrets.getJavaLangAccess().virtualThreadDefaultScheduler();
    }

    static @Nullable ProbeSink sink() {
        return sink;
    }

    /// Gives a thread its recorder, and a lane after all others.
    static ThreadRecorder open(Thread thread, int parent) {
        int lane = UNSAFE.getAndAddInt(INSTANCE, LAST_LANE, 1) + 1;
        var recorder = new ThreadRecorder(lane);
        ProbeSink to = sink;
        if (to != null) {
            to.laneOpened(recorder, thread, parent);
        }
        Recorders.push(recorder);
        UNSAFE.putInt(thread, LANE, lane);
        UNSAFE.putReference(thread, RECORDER, recorder);
        return recorder;
    }

    /// The lane of a thread, also after its end; 0 when it has none.
    public static int laneOf(Thread thread) {
        return UNSAFE.getInt(thread, LANE);
    }

    /// Takes a thread's recorder away: it has ended.
    static void forget(Thread thread) {
        UNSAFE.putReference(thread, RECORDER, null);
    }

    static @Nullable ThreadRecorder current() {
        return recorderOf(Thread.currentThread());
    }

    static @Nullable ThreadRecorder recorderOf(@Nullable Thread thread) {
        return thread == null ? null : (ThreadRecorder) UNSAFE.getReference(thread, RECORDER);
    }
}
