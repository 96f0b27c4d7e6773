package dev.interleave.probe;

import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.CarrierThread;
import jdk.internal.misc.Unsafe;

/// The hooks in virtual threads: on which carrier, and whether they can get off.
public final class CarrierProbes {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long LANE = UNSAFE.objectFieldOffset(CarrierThread.class, "$lane");

    private CarrierProbes() {}

    /// A virtual thread is about to get on the carrier that the caller runs on.
    public static void mounting(Thread virtual) {
        ThreadRecorder recorder = Recording.recorderOf(virtual);
        if (recorder != null) {
            recorder.write(Kind.MOUNTED, 0, 0, lane());
        }
    }

    /// A virtual thread got off it; nobody else can have it yet.
    public static void unmounted(Thread virtual) {
        ThreadRecorder recorder = Recording.recorderOf(virtual);
        if (recorder != null) {
            recorder.write(Kind.UNMOUNTED, 0, 0, lane());
        }
    }

    /// The current virtual thread could not get off its carrier, for this reason.
    public static void pinnedBecause(Enum<?> reason) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.pinReason =
                    switch (reason.name()) {
                        case "CRITICAL_SECTION" -> 1;
                        case "NATIVE" -> 2;
                        case "MONITOR" -> 3;
                        default -> 0;
                    };
        }
    }

    /// It is about to wait, carrier and all.
    public static int pinnedBegan() {
        ThreadRecorder recorder = Recording.current();
        if (recorder == null) {
            return 0;
        }
        recorder.write(Kind.PINNED_BEGAN, 0, recorder.site, recorder.pinReason);
        return 1;
    }

    /// It goes on.
    public static void pinnedEnded(int token) {
        ThreadRecorder recorder = Recording.current();
        if (token != 0 && recorder != null) {
            recorder.write(Kind.PINNED_ENDED, 0, recorder.site, 0);
        }
    }

    private static int lane() {
        Thread carrier = SharedSecrets.getJavaLangAccess().currentCarrierThread();
        if (!(carrier instanceof CarrierThread)) {
            return 0;
        }
        int lane = UNSAFE.getInt(carrier, LANE);
        if (lane == 0) {
            lane = Recording.openCarrier(carrier);
            UNSAFE.putInt(carrier, LANE, lane);
        }
        return lane;
    }
}
