package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

/// The hooks around the initialisation of the program's classes, which makes other threads wait.
public final class ClassProbes {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final int MOST_INITIALISERS = 1_024;

    /// By the number of an initialiser: whether it has run. A late reader looks again.
    private static final boolean[] DONE = new boolean[MOST_INITIALISERS + 1];

    private ClassProbes() {}

    /// The program is about to do what initialises `type`, whose initialiser has this number:
    /// initialises it here, as that would.
    public static void using(Class<?> type, int initialiser, int site) {
        if (!DONE[initialiser]) {
            initialise(type, initialiser, site);
        }
    }

    private static void initialise(Class<?> type, int initialiser, int site) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null && UNSAFE.shouldBeInitialized(type)) {
            int number = recorder.numberOf(type, 0);
            recorder.site = site;
            recorder.write(Kind.CLASS_USE_BEGAN, number, site, 0);
            try {
                UNSAFE.ensureClassInitialized(type);
            } finally {
                recorder.site = site;
                recorder.write(Kind.CLASS_USE_ENDED, number, site, 0);
            }
        }
        // Not yet when this is the thread that initialises it, in the middle of that.
        DONE[initialiser] = !UNSAFE.shouldBeInitialized(type);
    }

    /// The initialiser of a class begins.
    public static void initBegan(Class<?> type, int site) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.write(Kind.CLASS_INIT_BEGAN, recorder.numberOf(type, 0), site, 0);
        }
    }

    /// It ends, one way or the other.
    public static void initEnded(Class<?> type, int site) {
        ThreadRecorder recorder = Recording.current();
        if (recorder != null) {
            recorder.stretch++;
            recorder.write(Kind.CLASS_INIT_ENDED, recorder.numberOf(type, 0), site, 0);
        }
    }
}
