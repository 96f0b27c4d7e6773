package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// The hooks of controlled runs for the initialisers of classes. See [ControlProbes].
public final class ClassControlProbes {
    private static @Nullable Object[] interfaceFields = new @Nullable Object[16];

    private ClassControlProbes() {}

    /// What a field of an interface of the program holds in this schedule.
    public static @Nullable Object interfaceField(int number) {
        return number < interfaceFields.length ? interfaceFields[number] : null;
    }

    /// Sets it: such fields have to be final, so that the true one could be set only once.
    public static void setInterfaceField(@Nullable Object value, int number) {
        if (number >= interfaceFields.length) {
            var more = new @Nullable Object[2 * number];
            System.arraycopy(interfaceFields, 0, more, 0, interfaceFields.length);
            interfaceFields = more;
        }
        interfaceFields[number] = value;
    }

    /// The program is about to get at the system properties.
    public static void givesProperties() {
        StaticFields.givesProperties();
    }

    static void forgetFields() {
        for (int i = 0; i < interfaceFields.length; i++) {
            interfaceFields[i] = null;
        }
    }

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
            ControlProbes.running = ControlProbes.mounted;
        }
    }

    /// It has run.
    public static void endInitialiser(Class<?> type, int initialiser) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.classes().endInitialiser(initialiser, null);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
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
                ControlProbes.running = ControlProbes.mounted;
            }
        }
        return thrown instanceof Error ? thrown : new ExceptionInInitializerError(thrown);
    }
}
