package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

/// The hooks of controlled runs for what the virtual machine draws by chance. See [ControlProbes].
public final class ChanceControlProbes {
    private ChanceControlProbes() {}

    /// Which classes have the `hashCode` of `Object`. Apart, so that only controlled runs make it.
    private static final class Inherited {
        static final ClassValue<Boolean> VALUE =
                new ClassValue<>() {
                    @Override
                    protected Boolean computeValue(Class<?> type) {
                        try {
                            return type.getMethod("hashCode").getDeclaringClass() == Object.class;
                        } catch (NoSuchMethodException e) {
                            throw new IllegalStateException("every object has this method", e);
                        }
                    }
                };
    }

    /// In place of `System.identityHashCode`.
    public static int identityHash(@Nullable Object object) {
        Controller engine = object == null ? null : ControlProbes.leave();
        if (engine == null || object == null) {
            return System.identityHashCode(object);
        }
        try {
            return engine.chance().identityHash(object);
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
    }

    /// In place of a call of `hashCode` in the program.
    public static int hashCode(Object object) {
        return isInherited(object) ? identityHash(object) : object.hashCode();
    }

    /// In place of a call of `hashCode` in a hash table. Keys that outlive a schedule, such as
    /// classes, keep their hash, as the JDK's own tables have them.
    public static int tableHash(Object object) {
        return ControlProbes.controller() != null // asked of every key of every run
                        && ControlProbes.isRunning()
                        && isShortLived(object)
                        && isInherited(object)
                ? identityHash(object)
                : object.hashCode();
    }

    private static boolean isShortLived(Object object) {
        return object instanceof Thread
                || object.getClass() == Object.class
                || object.getClass().getName().startsWith("java.util.concurrent.");
    }

    /// Whether the object has the hash code of `Object`, in code of a green thread.
    private static boolean isInherited(Object object) {
        Controller engine = object == null ? null : ControlProbes.leave();
        if (engine == null || object == null) {
            return false;
        }
        try {
            return Inherited.VALUE.get(object.getClass());
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
    }

    /// In place of `SecureRandom.nextBytes`.
    public static boolean nextBytes(byte @Nullable [] bytes) {
        Controller engine = bytes == null ? null : ControlProbes.leave();
        if (engine == null || bytes == null) {
            return false;
        }
        try {
            engine.chance().nextBytes(bytes);
        } finally {
            ControlProbes.running = ControlProbes.mounted;
        }
        return true;
    }
}
