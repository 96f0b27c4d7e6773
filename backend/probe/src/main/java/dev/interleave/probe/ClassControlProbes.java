package dev.interleave.probe;

/// The hooks of controlled runs for the initialisers of classes. See [ControlProbes].
public final class ClassControlProbes {
    private ClassControlProbes() {}

    /// Whether the caller is to run the initialiser of a class before it uses it; waits while
    /// another thread does.
    public static boolean beginInitialiser(Class<?> type, int initialiser) {
        Controller engine = ControlProbes.leave();
        if (engine == null) {
            return false;
        }
        try {
            return engine.classes().beginInitialiser(type, initialiser);
        } finally {
            ControlProbes.goOn();
        }
    }

    /// It has run.
    public static void endInitialiser(Class<?> type, int initialiser) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.classes().endInitialiser(initialiser, null);
            } finally {
                ControlProbes.goOn();
            }
        }
    }

    /// It has failed; what is to be thrown instead.
    public static Throwable failInitialiser(Class<?> type, int initialiser, Throwable thrown) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.classes().endInitialiser(initialiser, thrown);
            } finally {
                ControlProbes.goOn();
            }
        }
        return thrown instanceof Error ? thrown : new ExceptionInInitializerError(thrown);
    }
}
