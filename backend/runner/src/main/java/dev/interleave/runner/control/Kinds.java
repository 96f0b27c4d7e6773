package dev.interleave.runner.control;

import java.util.Set;

/// What kinds of object there are to an engine.
final class Kinds {
    /// A number for objects that are made for one thread at a time, behind those for arrays.
    static final int OBJECT = 10;

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

    private Kinds() {}

    /// Whether calls on it may make threads wait for each other, wake or order them.
    static boolean isSynchroniser(Object object) {
        return SYNCHRONISERS.get(object.getClass());
    }

    /// Whether it is of a class of the runner.
    @SuppressWarnings("ReferenceEquality") // identity is meant
    static boolean isOurs(Object object) {
        return object.getClass().getClassLoader() == Kinds.class.getClassLoader();
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
