package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/// Static fields that are set back before every schedule of a controlled run: those of the program
/// to nothing, and those parts of the JDK that remember across schedules to what they were.
public final class StaticFields {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long NEXT_THREAD_ID = nextThreadIdOffset();

    /// Threads of schedules are numbered from here, whatever else the virtual machine starts.
    private static final long FIRST_THREAD_ID = 1_000;

    private static final long FIRST_SEED = 0x5DEECE66DL;

    /// Whether the program has got at the system properties; it may keep them.
    private static boolean hasGivenProperties;

    private final Properties properties = (Properties) System.getProperties().clone();
    private @Nullable Slot program;
    private @Nullable Slot jdk;

    /// A field of an object, or a static one.
    private static final class Slot {
        final Object base;
        final long offset;
        final char kind;
        final @Nullable Object reference;

        /// What was in the array that it refers to, if it does.
        final Object @Nullable [] elements;

        final long bits;
        final @Nullable Slot next;

        /// The field, to be set back to what it is now, or to nothing.
        Slot(Object base, long offset, Class<?> type, boolean isKept, @Nullable Slot next) {
            this.base = base;
            this.offset = offset;
            this.kind = type.isPrimitive() ? size(type) : 'L';
            this.reference = isKept && kind == 'L' ? UNSAFE.getReference(base, offset) : null;
            this.elements = reference instanceof Object[] array ? array.clone() : null;
            this.bits =
                    !isKept
                            ? 0
                            : switch (kind) {
                                case 'J' -> UNSAFE.getLong(base, offset);
                                case 'I' -> UNSAFE.getInt(base, offset);
                                case 'S' -> UNSAFE.getShort(base, offset);
                                case 'B' -> UNSAFE.getByte(base, offset);
                                default -> 0;
                            };
            this.next = next;
        }

        private static char size(Class<?> type) {
            if (type == long.class || type == double.class) {
                return 'J';
            }
            if (type == int.class || type == float.class) {
                return 'I';
            }
            return type == short.class || type == char.class ? 'S' : 'B';
        }

        void reset() {
            switch (kind) {
                case 'J' -> UNSAFE.putLong(base, offset, bits);
                case 'I' -> UNSAFE.putInt(base, offset, (int) bits);
                case 'S' -> UNSAFE.putShort(base, offset, (short) bits);
                case 'B' -> UNSAFE.putByte(base, offset, (byte) bits);
                default -> {
                    UNSAFE.putReference(base, offset, reference);
                    if (elements != null && reference instanceof Object[] array) {
                        System.arraycopy(elements, 0, array, 0, array.length);
                    }
                }
            }
        }
    }

    /// Those of these classes, which have not been used yet, and of the JDK as it is now.
    public StaticFields(List<Class<?>> classes) {
        for (int i = 0; i < classes.size(); i++) {
            addProgram(classes.get(i));
        }
        addJdk();
    }

    /// The program gets at the system properties.
    static void givesProperties() {
        hasGivenProperties = true;
    }

    /// Sets all back.
    public void reset() {
        for (Slot slot = program; slot != null; slot = slot.next) {
            slot.reset();
        }
        for (Slot slot = jdk; slot != null; slot = slot.next) {
            slot.reset();
        }
        UNSAFE.putLong(null, NEXT_THREAD_ID, FIRST_THREAD_ID);
        ClassControlProbes.forgetFields();
        if (hasGivenProperties && !properties.equals(System.getProperties())) {
            System.setProperties((Properties) properties.clone());
        }
    }

    private void addProgram(Class<?> type) {
        if (type.isInterface()) {
            return; // see [ClassControlProbes#setInterfaceField]
        }
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers)) {
                program =
                        new Slot(
                                UNSAFE.staticFieldBase(field),
                                UNSAFE.staticFieldOffset(field),
                                field.getType(),
                                false,
                                program);
            }
        }
        if (type.isEnum()) {
            addField(Class.class, type, "enumConstants");
            addField(Class.class, type, "enumConstantDirectory");
        }
    }

    private void addJdk() {
        Class<?> pool = type("java.util.concurrent.ForkJoinPool");
        addObject(pool, staticOf(pool, "common"));
        addStatic(pool, "poolIds");
        addCounter("java.util.concurrent.Executors$DefaultThreadFactory", "poolNumber");
        addSeed("java.util.concurrent.ThreadLocalRandom", "seeder");
        addCounter("java.util.concurrent.ThreadLocalRandom", "probeGenerator");
        addSeed("java.util.Random", "seedUniquifier");
        addSeed("java.util.SplittableRandom", "defaultGen");
        addStatic(type("java.util.Collections"), "r");
        addCounter("java.util.Timer", "nextSerialNumber");
        addStatic(type("java.lang.Thread$ThreadNumbering"), "next");
        addStatic(Thread.class, "defaultUncaughtExceptionHandler");
        addStatic(Locale.class, "defaultLocale");
        addStatic(Locale.class, "defaultDisplayLocale");
        addStatic(Locale.class, "defaultFormatLocale");
        addStatic(TimeZone.class, "defaultTimeZone");
        setOrderOfImmutables();
        Object random =
                staticOf(
                        type("java.lang.Math$RandomNumberGeneratorHolder"),
                        "randomNumberGenerator");
        Object seed =
                UNSAFE.getReference(
                        random, UNSAFE.objectFieldOffset(type("java.util.Random"), "seed"));
        addSeed(seed);
    }

    /// In what order immutable sets and maps are gone through: drawn when the virtual machine
    /// starts.
    private static void setOrderOfImmutables() {
        Class<?> type = type("java.util.ImmutableCollections");
        Field salt = field(type, "SALT32L");
        UNSAFE.putLong(UNSAFE.staticFieldBase(salt), UNSAFE.staticFieldOffset(salt), 0);
        Field reverse = field(type, "REVERSE");
        UNSAFE.putBoolean(
                UNSAFE.staticFieldBase(reverse), UNSAFE.staticFieldOffset(reverse), false);
    }

    /// An `AtomicLong` in a static field that random numbers begin from: the virtual machine made
    /// it from the time, here it is the same in every one.
    private void addSeed(String owner, String name) {
        addSeed(staticOf(type(owner), name));
    }

    private void addSeed(Object seed) {
        UNSAFE.putLong(seed, UNSAFE.objectFieldOffset(seed.getClass(), "value"), FIRST_SEED);
        addField(seed.getClass(), seed, "value");
    }

    /// All that an object holds in itself.
    private void addObject(Class<?> type, Object object) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    jdk =
                            new Slot(
                                    object,
                                    UNSAFE.objectFieldOffset(field),
                                    field.getType(),
                                    true,
                                    jdk);
                }
            }
        }
    }

    /// An `AtomicInteger` or `AtomicLong` in a static field.
    private void addCounter(String owner, String name) {
        Object counter = staticOf(type(owner), name);
        addField(counter.getClass(), counter, "value");
    }

    private void addField(Class<?> type, Object object, String name) {
        long offset = UNSAFE.objectFieldOffset(type, name);
        Class<?> kind =
                switch (type.getSimpleName()) {
                    case "AtomicInteger" -> int.class;
                    case "AtomicLong" -> long.class;
                    default -> Object.class;
                };
        jdk = new Slot(object, offset, kind, kind.isPrimitive(), jdk);
    }

    private void addStatic(Class<?> type, String name) {
        Field field = field(type, name);
        jdk =
                new Slot(
                        UNSAFE.staticFieldBase(field),
                        UNSAFE.staticFieldOffset(field),
                        field.getType(),
                        true,
                        jdk);
    }

    /// Where in memory the virtual machine counts the threads.
    private static long nextThreadIdOffset() {
        Field field = field(type("java.lang.Thread$ThreadIdentifiers"), "NEXT_TID_OFFSET");
        return UNSAFE.getLong(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
    }

    private static Object staticOf(Class<?> type, String name) {
        Field field = field(type, name);
        UNSAFE.ensureClassInitialized(type);
        Object value =
                UNSAFE.getReference(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
        if (value == null) {
            throw new IllegalStateException(type.getName() + "." + name + " is empty");
        }
        return value;
    }

    private static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("this JDK's " + type.getName() + " lacks " + name, e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, true, null);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this JDK lacks " + name, e);
        }
    }
}
