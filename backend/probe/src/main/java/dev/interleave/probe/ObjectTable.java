package dev.interleave.probe;

import jdk.internal.misc.Unsafe;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;

/// Numbers the objects that events speak of, without keeping them alive.
///
/// An open-addressed table keyed by identity. Lookups take no lock: a slot goes from null to an
/// entry once, and a larger table is published whole. Insertions exclude each other by a spin lock,
/// which is held for a few instructions and never while anything else is waited for. A new or newly
/// named entry is pushed for the drainer before its number can appear in a record, so its name
/// always travels first.
public final class ObjectTable {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long LOCKED = UNSAFE.objectFieldOffset(ObjectTable.class, "locked");
    private static final long ANNOUNCED = UNSAFE.objectFieldOffset(ObjectTable.class, "announced");
    private static final ObjectTable INSTANCE = new ObjectTable();

    private static final int LONGEST_TEXT = 40;

    @SuppressWarnings("UnusedVariable") // read and written by offset
    private volatile int locked;

    private volatile @Nullable Announcement announced;
    private volatile @Nullable Entry[] entries = new @Nullable Entry[256];
    private int used;
    private int lastNumber;

    private ObjectTable() {}

    /// One numbered object.
    static final class Entry extends WeakReference<Object> {
        final int hash;
        private final int number;
        volatile boolean hasName;

        /// The object's number, from 1.
        int number() {
            return number;
        }

        Entry(Object object, int hash, int number) {
            super(object);
            this.hash = hash;
            this.number = number;
        }
    }

    /// An object's number, class and name, on their way to the drainer.
    public static final class Announcement {
        private final int number;
        private final Class<?> type;
        private final int name;
        private final boolean isClass;
        private final String text;
        private @Nullable Announcement next;

        Announcement(int number, Object object, int name) {
            this.number = number;
            this.isClass = object instanceof Class;
            this.type = object instanceof Class<?> itself ? itself : object.getClass();
            this.name = name;
            this.text = textOf(object);
        }

        /// Values that are best named by what they are: none of this is the program's code. Plain
        /// code, as a `switch` over patterns would be linked in the middle of the program.
        private static String textOf(Object object) {
            if (object instanceof String string) {
                return string.length() <= LONGEST_TEXT
                        ? string
                        : string.substring(0, LONGEST_TEXT).concat("…");
            }
            if (object instanceof Enum<?> constant) {
                return constant.name();
            }
            boolean isBoxed =
                    object instanceof Integer
                            || object instanceof Long
                            || object instanceof Double
                            || object instanceof Float
                            || object instanceof Short
                            || object instanceof Byte
                            || object instanceof Boolean
                            || object instanceof Character;
            return isBoxed ? object.toString() : "";
        }

        /// The object's number, from 1.
        public int number() {
            return number;
        }

        /// Its class; of a class, the class itself.
        public Class<?> type() {
            return type;
        }

        /// Whether the object is a class.
        public boolean isClass() {
            return isClass;
        }

        /// The number of its name in the program's list, or 0.
        public int name() {
            return name;
        }

        /// What the object itself says, for strings, boxed numbers and the like; else empty.
        public String text() {
            return text;
        }

        /// The one announced before this, or null.
        public @Nullable Announcement next() {
            return next;
        }
    }

    /// Takes what was announced since the last call, newest first; null when there is nothing. For
    /// the drainer only.
    public static @Nullable Announcement takeAnnounced() {
        return (Announcement) UNSAFE.getAndSetReference(INSTANCE, ANNOUNCED, null);
    }

    /// The entry of `object`; `name` names it unless it has a name already.
    static Entry entryOf(Object object, int name) {
        int hash = System.identityHashCode(object);
        Entry entry = find(INSTANCE.entries, object, hash);
        if (entry == null) {
            entry = INSTANCE.insert(object, hash, name);
        } else if (name != 0 && !entry.hasName) {
            entry.hasName = true;
            INSTANCE.announce(new Announcement(entry.number, object, name));
        }
        return entry;
    }

    private static @Nullable Entry find(@Nullable Entry[] table, Object object, int hash) {
        int mask = table.length - 1;
        for (int i = spread(hash) & mask; ; i = (i + 1) & mask) {
            Entry entry = table[i];
            if (entry == null) {
                return null;
            }
            if (entry.hash == hash && entry.refersTo(object)) {
                return entry;
            }
        }
    }

    private Entry insert(Object object, int hash, int name) {
        while (!UNSAFE.compareAndSetInt(this, LOCKED, 0, 1)) {
            Thread.onSpinWait();
        }
        try {
            Entry entry = find(entries, object, hash);
            if (entry == null) {
                if (used * 2 >= entries.length) {
                    rebuild();
                }
                entry = new Entry(object, hash, ++lastNumber);
                entry.hasName = name != 0;
                announce(new Announcement(entry.number, object, name));
                put(entries, entry);
                used++;
            }
            return entry;
        } finally {
            UNSAFE.putIntRelease(this, LOCKED, 0);
        }
    }

    /// Leaves out objects that are gone, and doubles the table when most are still there.
    private void rebuild() {
        @Nullable Entry[] old = entries;
        int alive = 0;
        for (Entry entry : old) {
            if (entry != null && !entry.refersTo(null)) {
                alive++;
            }
        }
        var fresh = new @Nullable Entry[alive * 4 > old.length ? old.length * 2 : old.length];
        used = 0;
        for (Entry entry : old) {
            if (entry != null && !entry.refersTo(null)) {
                put(fresh, entry);
                used++;
            }
        }
        entries = fresh;
    }

    private static void put(@Nullable Entry[] table, Entry entry) {
        int mask = table.length - 1;
        int i = spread(entry.hash) & mask;
        while (table[i] != null) {
            i = (i + 1) & mask;
        }
        UNSAFE.putReferenceRelease(
                table,
                Unsafe.ARRAY_OBJECT_BASE_OFFSET + (long) i * Unsafe.ARRAY_OBJECT_INDEX_SCALE,
                entry);
    }

    private void announce(Announcement announcement) {
        Announcement top;
        do {
            top = announced;
            announcement.next = top;
        } while (!UNSAFE.compareAndSetReference(this, ANNOUNCED, top, announcement));
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }
}
