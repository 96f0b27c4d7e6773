package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds what holds the contents that an object of `java.util` gets at: the collection or array
/// behind a view, a wrapper or an iterator. Every other object holds its own.
public final class Backing {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long NONE = -1;
    private static final String UTIL = "java.util.";
    private static final long ACCESS_ORDER =
            UNSAFE.objectFieldOffset(LinkedHashMap.class, "accessOrder");

    /// What the JDK calls the field, in the order in which they count.
    private static final String[] NAMES = {
        "root", "this$0", "this$1", "base", "map", "m", "c", "list", "q", "a", "s", "i", "it",
        "itr", "val$i", "val$it", "val$c"
    };

    /// Where the field is in objects of a class, or [#NONE].
    private static final ClassValue<Long> FIELDS =
            new ClassValue<>() {
                @Override
                protected Long computeValue(Class<?> type) {
                    return find(type);
                }
            };

    private Backing() {}

    /// What holds the contents that `object` gets at: `object` itself, if it is no view. Of a
    /// `Collections.synchronized…` it is the wrapper, which lets nobody at them but by its monitor.
    public static Object of(Object object) {
        Object at = object;
        for (Object next = behind(at); next != null; next = behind(at)) {
            at = next;
        }
        return at;
    }

    /// Whether to look something up changes the order in which an object holds its contents.
    public static boolean isReorderedByLooks(Object holder) {
        return holder instanceof LinkedHashMap && UNSAFE.getBoolean(holder, ACCESS_ORDER);
    }

    private static @Nullable Object behind(Object object) {
        long field = FIELDS.get(object.getClass());
        return field == NONE ? null : UNSAFE.getReference(object, field);
    }

    private static long find(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (holdsItsOwn(at.getName())) {
                return NONE;
            }
            Field field = find(at.getDeclaredFields());
            if (at.getName().startsWith(UTIL) && field != null) {
                return UNSAFE.objectFieldOffset(field);
            }
        }
        return NONE;
    }

    private static @Nullable Field find(Field[] fields) {
        for (String name : NAMES) {
            for (Field field : fields) {
                if (field.getName().equals(name)
                        && !Modifier.isStatic(field.getModifiers())
                        && mayHold(field.getType())) {
                    return field;
                }
            }
        }
        return null;
    }

    private static boolean mayHold(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || Iterator.class.isAssignableFrom(type)
                || type == Object[].class;
    }

    /// Of the classes of `java.util`, those that are declared by themselves; but a set is made of a
    /// map, and one that goes backwards of one that does not.
    private static boolean holdsItsOwn(String name) {
        if (!name.startsWith(UTIL)) {
            return false;
        }
        boolean isView =
                name.indexOf('$') > 0
                        || name.equals("java.util.HashSet")
                        || name.equals("java.util.LinkedHashSet")
                        || name.equals("java.util.TreeSet")
                        || name.startsWith("java.util.ReverseOrder");
        return !isView
                || name.startsWith("java.util.concurrent.")
                || name.startsWith("java.util.Collections$Synchronized");
    }
}
