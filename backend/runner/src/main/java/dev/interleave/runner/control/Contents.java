package dev.interleave.runner.control;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Set;

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
    /// None of these.
    NONE;

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

    private static final Set<String> LOCKING = Set.of("java.util.Vector", "java.util.Hashtable");

    private static final ClassValue<Contents> BY_CLASS =
            new ClassValue<>() {
                @Override
                protected Contents computeValue(Class<?> type) {
                    Class<?> above = type;
                    boolean isReworked = false;
                    while (above.getClassLoader() != null) {
                        isReworked |= hasOwnMethods(above);
                        above = above.getSuperclass();
                    }
                    return of(above, isReworked);
                }
            };

    /// What an object is.
    static Contents of(Object object) {
        return BY_CLASS.get(object.getClass());
    }

    /// What a class of the JDK makes of its instances, or of those of a class of the program that
    /// is `isReworked`.
    private static Contents of(Class<?> type, boolean isReworked) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            String name = at.getName();
            if (OBJECTS.contains(name)) {
                return isReworked ? NONE : OBJECT;
            }
            if (LOCKING.contains(name) || name.startsWith("java.util.Collections$Synch")) {
                return SYNCHRONIZED;
            }
        }
        if (!isCollection(type)) {
            return NONE;
        }
        return isReworked ? REWORKED : COLLECTION;
    }

    private static boolean isCollection(Class<?> type) {
        String name = type.getName();
        return (AbstractCollection.class.isAssignableFrom(type)
                        || AbstractMap.class.isAssignableFrom(type))
                && name.startsWith("java.util.")
                && !name.startsWith("java.util.Abstract")
                && !name.startsWith("java.util.concurrent.")
                && !name.startsWith("java.util.Collections$")
                && !name.startsWith("java.util.Immutable");
    }

    /// Whether a class of the program has methods that others may call instead of the JDK's.
    private static boolean hasOwnMethods(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                return true;
            }
        }
        return false;
    }
}
