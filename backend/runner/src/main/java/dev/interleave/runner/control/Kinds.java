package dev.interleave.runner.control;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Set;

/// What kinds of object there are to an engine.
final class Kinds {
    private static final Set<String> OTHERS = Set.of("java.lang.StringBuffer", "java.util.Random");

    private static final ClassValue<Boolean> SYNCHRONISERS =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
                        String name = at.getName();
                        if (OTHERS.contains(name)
                                || name.startsWith("java.util.concurrent.")
                                || name.startsWith("dev.interleave.sync.")) {
                            return true;
                        }
                    }
                    return Thread.class.isAssignableFrom(type)
                            || type.getName().startsWith("java.lang.invoke.");
                }
            };

    private static final ClassValue<Contents> CONTENTS =
            new ClassValue<>() {
                @Override
                protected Contents computeValue(Class<?> type) {
                    Class<?> above = type;
                    while (above != null && above.getClassLoader() != null) {
                        above = above.getSuperclass();
                    }
                    return above == null
                            ? Contents.NONE
                            : contentsOf(above, above != type && isReworked(type));
                }
            };

    /// Classes of the JDK that are made for one thread at a time, beside collections.
    private static final Set<String> OBJECTS =
            Set.of(
                    "java.lang.StringBuilder",
                    "java.text.Format",
                    "java.util.BitSet",
                    "java.util.Calendar",
                    "java.util.Date",
                    "java.util.Scanner",
                    "java.util.StringJoiner",
                    "java.util.StringTokenizer",
                    "java.util.regex.Matcher");

    private static final Set<String> SYNCHRONIZED =
            Set.of("java.util.Vector", "java.util.Hashtable");

    /// What an object of the JDK is as something that holds others.
    enum Contents {
        /// A collection that is made for one thread at a time.
        COLLECTION,
        /// Something else that is.
        OBJECT,
        /// A collection that lets nobody at its contents but by its monitor.
        SYNCHRONIZED,
        /// The same as the first, but a subclass may see to it itself that threads keep apart.
        REWORKED,
        NONE
    }

    private static Contents contentsOf(Class<?> type, boolean isReworked) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            String name = at.getName();
            if (OBJECTS.contains(name)) {
                return isReworked ? Contents.NONE : Contents.OBJECT;
            }
            if (SYNCHRONIZED.contains(name) || name.startsWith("java.util.Collections$Synch")) {
                return Contents.SYNCHRONIZED;
            }
        }
        String name = type.getName();
        boolean isCollection =
                (AbstractCollection.class.isAssignableFrom(type)
                                || AbstractMap.class.isAssignableFrom(type))
                        && name.startsWith("java.util.")
                        && !name.startsWith("java.util.Abstract")
                        && !name.startsWith("java.util.concurrent.")
                        && !name.startsWith("java.util.Collections$")
                        && !name.startsWith("java.util.Immutable");
        if (!isCollection) {
            return Contents.NONE;
        }
        return isReworked ? Contents.REWORKED : Contents.COLLECTION;
    }

    /// Whether a class of the program, or one above it, has a method of its own that others may
    /// call instead of the JDK's.
    private static boolean isReworked(Class<?> type) {
        for (Class<?> at = type; at != null && at.getClassLoader() != null; ) {
            for (Method method : at.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                    return true;
                }
            }
            at = at.getSuperclass();
        }
        return false;
    }

    private Kinds() {}

    /// Whether calls on it may make threads wait for each other, wake or order them.
    static boolean isSynchroniser(Object object) {
        return SYNCHRONISERS.get(object.getClass());
    }

    /// What it is as something that holds others.
    static Contents contentsOf(Object object) {
        return CONTENTS.get(object.getClass());
    }

    /// Whether it is of a class of the runner.
    @SuppressWarnings("ReferenceEquality") // identity is meant
    static boolean isOurs(Object object) {
        return object.getClass().getClassLoader() == Kinds.class.getClassLoader();
    }

    /// A number for objects that are made for one thread at a time, behind those for arrays.
    static final int OBJECT = 10;

    /// A number for the type of an array's elements, from 1.
    static int ofArray(Object array) {
        return switch (array) {
            case int[] _ -> 1;
            case long[] _ -> 2;
            case byte[] _ -> 3;
            case boolean[] _ -> 4;
            case char[] _ -> 5;
            case double[] _ -> 6;
            case short[] _ -> 7;
            case float[] _ -> 8;
            default -> 9;
        };
    }

    /// The type of an array's elements by that number, as a class file's descriptor has it.
    static char elementOf(int kind) {
        return " IJBZCDSFL".charAt(kind);
    }
}
