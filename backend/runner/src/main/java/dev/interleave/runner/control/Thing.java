package dev.interleave.runner.control;

import dev.interleave.analysis.races.SyncState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;

/// What one schedule knows of one object: as a monitor, as something to synchronise on, and its
/// variables.
final class Thing extends SyncState {
    /// The object; kept alive for the length of the schedule, so that no other gets its place.
    final Object object;

    /// The object's true identity hash.
    final int hash;

    /// Its number.
    final long id;

    /// Who holds its monitor.
    @Nullable Fiber owner;

    /// How often.
    int depth;

    /// Who waits to be notified, in the order in which they began.
    final ArrayDeque<Fiber> waiters = new ArrayDeque<>(2);

    /// What the program sees as its identity hash, or 0 when nobody has asked.
    int shownHash;

    /// Whether its volatile fields are also used by handles, updaters or the like, which name the
    /// object only.
    boolean isReachedOtherwise;

    private @Nullable SyncState frozen;
    private @Nullable Cell[] fields = new @Nullable Cell[0];
    private @Nullable Thing[] volatiles = new @Nullable Thing[0];
    private @Nullable Elements elements;

    Thing(Object object, int hash, long id) {
        this.object = object;
        this.hash = hash;
        this.id = id;
    }

    /// What its constructors had done: whoever reads a final field sees it.
    SyncState frozen() {
        SyncState state = frozen;
        if (state == null) {
            state = new SyncState();
            frozen = state;
        }
        return state;
    }

    /// Its volatile fields that were used, by number; null for others.
    @Nullable Thing[] volatiles() {
        return volatiles;
    }

    /// The field of the object with the variable's number.
    Cell field(int variable, Things things) {
        for (Cell cell : fields) {
            if (cell != null && cell.variable == variable) {
                return cell;
            }
        }
        var cell = new Cell(things.nextId(), variable);
        fields = Arrays.copyOf(fields, fields.length + 1);
        fields[fields.length - 1] = cell;
        return cell;
    }

    /// What stands for a volatile field of the object.
    Thing volatileField(int variable, Things things) {
        if (variable >= volatiles.length) {
            volatiles = Arrays.copyOf(volatiles, variable + 1);
        }
        Thing thing = volatiles[variable];
        if (thing == null) {
            thing = new Thing(object, 0, things.nextId());
            volatiles[variable] = thing;
        }
        return thing;
    }

    /// Lets what stands for a volatile field be reached by this object too, which is its handle.
    void adopt(int variable, Thing field) {
        if (variable >= volatiles.length) {
            volatiles = Arrays.copyOf(volatiles, variable + 1);
        }
        volatiles[variable] = field;
    }

    /// The elements of the array that the object is.
    Elements elements() {
        Elements known = elements;
        if (known == null) {
            known = new Elements();
            elements = known;
        }
        return known;
    }
}
