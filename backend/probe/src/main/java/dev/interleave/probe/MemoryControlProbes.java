package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.lang.reflect.Field;

/// The hooks of controlled runs for memory, and for what the JDK publishes. See [ControlProbes].
public final class MemoryControlProbes {
    private MemoryControlProbes() {}

    /// The program is about to access a field. `what` is the variable's number times two, plus one
    /// when it writes.
    public static void access(@Nullable Object owner, int what, int site) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.memory().access(owner, what >> 1, (what & 1) != 0, site);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to access a volatile field; `what` as for [#access].
    public static void volatileAccess(@Nullable Object owner, int what) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.memory().volatileAccess(owner, what >> 1, (what & 1) != 0);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to access an element of an array.
    public static void element(@Nullable Object array, int index, int writes, int site) {
        Controller engine = array == null ? null : ControlProbes.leave();
        if (engine != null && array != null) {
            try {
                engine.memory().element(array, index, writes != 0, site);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to access memory through a variable handle.
    ///
    /// @param owner the instance or array, or null
    /// @param index the element's index
    /// @param mode one of those of [MemoryControl#handle]
    public static void handle(
            @Nullable Object handle, @Nullable Object owner, int index, int mode, int site) {
        Controller engine = handle == null ? null : ControlProbes.leave();
        if (engine != null && handle != null) {
            try {
                engine.memory().handle(handle, owner, index, mode, site);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// A constructor of a class with final fields is done.
    public static void freeze(Object owner) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.memory().freeze(owner);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to read a final field.
    public static void readFinal(@Nullable Object owner) {
        Controller engine = owner == null ? null : ControlProbes.leave();
        if (engine != null && owner != null) {
            try {
                engine.memory().readFinal(owner);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to use a field by reflection.
    public static void reflected(
            @Nullable Field field, @Nullable Object owner, int writes, int site) {
        Controller engine = field == null ? null : ControlProbes.leave();
        if (engine != null && field != null) {
            try {
                engine.memory().reflected(field, owner, writes != 0, site);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to make something that uses fields unseen.
    public static void unseen() {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            engine.memory().unseen();
            ControlProbes.running = ControlProbes.mounted;
        }
    }

    /// The JDK is about to use elements of an array for the program.
    public static void elements(
            @Nullable Object array, int from, int length, int writes, int site) {
        Controller engine = array == null ? null : ControlProbes.leave();
        if (engine != null && array != null) {
            try {
                engine.memory().elements(array, from, length, writes != 0, site);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to use what an object of the JDK holds; `use` as for
    /// [MemoryControl#contents].
    public static void contents(@Nullable Object object, int use, int site) {
        Controller engine = object == null ? null : ControlProbes.leave();
        if (engine != null && object != null) {
            try {
                engine.memory().contents(object, use, site);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The same inside the JDK, for whoever called it last.
    public static void contents(@Nullable Object object, int use) {
        contents(object, use, 0);
    }

    /// The program is about to call something that others may see.
    public static void call(@Nullable Object receiver) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.memory().call(receiver);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to print, to standard output when `stream` is null.
    public static void prints(@Nullable PrintStream stream) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.memory().prints(stream);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// The program is about to make text of an object.
    public static void shown(@Nullable Object object, int site) {
        if (object != null) {
            call(object);
            contents(object, 0, site);
        }
    }

    /// Something in the JDK is read that another thread may have written to be seen.
    public static void acquire(@Nullable Object owner) {
        synchronize(owner, true, false);
    }

    /// Something in the JDK is written for others to see.
    public static void release(@Nullable Object owner) {
        synchronize(owner, false, true);
    }

    /// Something in the JDK is read and written at once.
    public static void exchange(@Nullable Object owner) {
        synchronize(owner, true, true);
    }

    /// Something in the JDK was to be changed if it was as expected.
    public static void triedToSet(boolean isSet, @Nullable Object owner) {
        synchronize(owner, true, isSet);
    }

    /// A `StampedLock` has given a stamp for an optimistic read, be it one that is not valid.
    public static void optimisticReadBegan() {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            engine.memory().optimisticReadBegan();
            ControlProbes.running = ControlProbes.mounted;
        }
    }

    /// It has said whether a stamp is still valid.
    public static void validated(boolean isValid) {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            engine.memory().optimisticReadEnded(isValid);
            ControlProbes.running = ControlProbes.mounted;
        }
    }

    /// It has given a lock for a stamp, or 0.
    public static void converted(long stamp) {
        validated(stamp != 0);
    }

    /// Something in an atomic is read without any order.
    public static void look(@Nullable Object owner) {
        touch(owner, false);
    }

    /// Something in an atomic is written without any order.
    public static void change(@Nullable Object owner) {
        touch(owner, true);
    }

    private static void touch(@Nullable Object owner, boolean writes) {
        Controller engine = owner == null ? null : ControlProbes.leave();
        if (engine != null && owner != null) {
            try {
                engine.memory().touch(owner, writes);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    private static void synchronize(@Nullable Object owner, boolean acquires, boolean releases) {
        Controller engine = owner == null ? null : ControlProbes.leave();
        if (engine != null && owner != null) {
            try {
                engine.memory().synchronize(owner, acquires, releases);
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }
}
