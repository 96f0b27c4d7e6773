package dev.interleave.runner.control;

import org.jspecify.annotations.Nullable;

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

    private static final ClassValue<Boolean> UNSAFE_COLLECTIONS =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    String name = type.getName();
                    return (AbstractCollection.class.isAssignableFrom(type)
                                    || AbstractMap.class.isAssignableFrom(type))
                            && name.startsWith("java.util.")
                            && !name.startsWith("java.util.concurrent.")
                            && !name.startsWith("java.util.Vector")
                            && !name.startsWith("java.util.Stack")
                            && !name.startsWith("java.util.Hashtable")
                            && !name.startsWith("java.util.Collections$")
                            && !name.startsWith("java.util.Immutable");
                }
            };

    private Kinds() {}

    /// Whether calls on it may make threads wait for each other, wake or order them.
    static boolean isSynchroniser(Object object) {
        return SYNCHRONISERS.get(object.getClass());
    }

    /// Whether it is a collection of the JDK that is made for one thread at a time.
    static boolean isUnsafeCollection(@Nullable Object object) {
        return object != null && UNSAFE_COLLECTIONS.get(object.getClass());
    }

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
