package dev.interleave.runner.control;

import org.jspecify.annotations.Nullable;

/// All objects that one schedule has come across, by identity.
final class Things {
    private @Nullable Thing[] table = new @Nullable Thing[128];
    private int used;
    private long lastId;

    /// What stands for static fields.
    private final Thing statics = new Thing(this, 0, nextId());

    /// The thing for an object; made when nobody has asked before.
    @SuppressWarnings("ReferenceEquality") // identity is meant
    Thing of(@Nullable Object object) {
        if (object == null) {
            return statics;
        }
        int hash = System.identityHashCode(object);
        int mask = table.length - 1;
        int at = spread(hash) & mask;
        for (Thing thing = table[at]; thing != null; thing = table[at]) {
            if (thing.object == object) {
                return thing;
            }
            at = (at + 1) & mask;
        }
        var thing = new Thing(object, hash, nextId());
        table[at] = thing;
        if (++used * 2 > table.length) {
            grow();
        }
        return thing;
    }

    /// A number nobody has.
    long nextId() {
        return ++lastId;
    }

    /// How many numbers have been given away, plus one: the least that is free.
    long firstFree() {
        return lastId + 1;
    }

    private void grow() {
        @Nullable Thing[] old = table;
        var fresh = new @Nullable Thing[old.length * 2];
        int mask = fresh.length - 1;
        for (Thing thing : old) {
            if (thing != null) {
                int at = spread(thing.hash) & mask;
                while (fresh[at] != null) {
                    at = (at + 1) & mask;
                }
                fresh[at] = thing;
            }
        }
        table = fresh;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }
}
