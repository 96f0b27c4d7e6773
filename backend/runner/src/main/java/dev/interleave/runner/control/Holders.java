package dev.interleave.runner.control;

import dev.interleave.model.trace.Move;
import dev.interleave.probe.Backing;
import dev.interleave.probe.MemoryControl;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Set;

/// What the program uses, in one schedule, of collections and of other objects of the JDK that are
/// made for one thread at a time. All that one holds is one variable.
final class Holders {
    /// The number of collections among variables.
    private static final int COLLECTION = 0;

    private final Scheduler scheduler;
    private final Memory memory;
    private final @Nullable Witness witness;

    /// The number of the others.
    private final int objects;

    /// @param witness who looks at accesses that race, when the schedule is recorded; else null
    Holders(Scheduler scheduler, Statics statics, Memory memory, @Nullable Witness witness) {
        this.scheduler = scheduler;
        this.memory = memory;
        this.witness = witness;
        this.objects = statics.variables() + Kinds.OBJECT;
    }

    /// See [MemoryControl#contents].
    void use(Object object, int use, int site) {
        Fiber self = scheduler.self();
        if (site != 0) {
            self.site = site;
        }
        Object holder = Backing.of(object);
        boolean changes =
                (use & MemoryControl.CHANGES) != 0
                        || ((use & MemoryControl.LOOKS_UP) != 0
                                && Backing.isReorderedByLooks(holder));
        if (object instanceof Iterator && isView(object, holder)) {
            boolean moves = changes || (use & MemoryControl.MOVES) != 0;
            hold(object, object, objects, moves);
        }
        switch (Contents.of(holder)) {
            case COLLECTION -> hold(holder, named(object, holder), COLLECTION, changes);
            case REWORKED -> {
                if ((use & MemoryControl.IS_SUPER) != 0) {
                    hold(holder, holder, COLLECTION, changes);
                }
            }
            case OBJECT -> hold(holder, holder, objects, changes);
            case SYNCHRONIZED -> {
                if (isView(object, holder)) { // it may look without the monitor
                    long id = scheduler.things().of(holder).id;
                    self.about(Move.READS_COLLECTION, holder, 0);
                    scheduler.point(self, id, false);
                    scheduler.step().touch(id, false);
                }
            }
            case NONE -> {}
        }
    }

    @SuppressWarnings("ReferenceEquality") // identity is meant
    private static boolean isView(Object object, Object holder) {
        return object != holder;
    }

    /// The holder of what a set holds is a map of its own, which no program has heard of.
    private static Object named(Object object, Object holder) {
        return object instanceof Set && object.getClass().getNestHost() == object.getClass()
                ? object
                : holder;
    }

    private void hold(Object holder, Object named, int variable, boolean writes) {
        Fiber self = scheduler.self();
        self.about(writes ? Move.WRITES_COLLECTION : Move.READS_COLLECTION, named, 0);
        Things things = scheduler.things();
        Cell cell = things.of(holder).field(variable, things);
        if (witness != null) {
            witness.isOf(cell, named);
        }
        memory.touch(cell, writes, self.site);
    }
}
