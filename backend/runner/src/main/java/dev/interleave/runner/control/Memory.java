package dev.interleave.runner.control;

import dev.interleave.analysis.races.RaceDetector;
import dev.interleave.model.trace.Move;
import dev.interleave.probe.Green;
import dev.interleave.probe.MemoryControl;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/// The memory of one schedule: its accesses as choices, and what happens before what.
final class Memory implements MemoryControl {
    private final Scheduler scheduler;
    private final Things things;
    private final RaceDetector detector;
    private final Statics statics;
    private final SharedVariables shared;
    private final Holders holders;
    private final @Nullable Witness witness;

    /// @param witness who looks at accesses that race, when the schedule is recorded; else null
    Memory(
            Scheduler scheduler,
            Statics statics,
            SharedVariables shared,
            @Nullable Witness witness) {
        this.scheduler = scheduler;
        this.things = scheduler.things();
        this.detector = scheduler.detector();
        this.statics = statics;
        this.shared = shared;
        this.holders = new Holders(scheduler, statics, this, witness);
        this.witness = witness;
    }

    @Override
    public void access(@Nullable Object owner, int variable, boolean writes, int site) {
        about(writes ? Move.WRITES : Move.READS, owner, variable);
        touch(things.of(owner).field(variable, things), writes, site);
    }

    @Override
    public void contents(Object object, int use, int site) {
        holders.use(object, use, site);
    }

    @Override
    public void element(Object array, int index, boolean writes, int known) {
        int site = known == 0 ? scheduler.self().site : known;
        if (index >= 0) { // what is out of bounds will throw
            int kind = statics.variables() + Kinds.ofArray(array);
            about(writes ? Move.WRITES_ELEMENT : Move.READS_ELEMENT, array, index);
            Thing thing = things.of(array);
            touch(thing.elements().one(index, kind, things), writes, site);
            if (thing.elements().hasRanges()) {
                scheduler.step().touch(thing.id, false);
            }
        }
    }

    @Override
    public void elements(Object array, int from, int length, boolean writes, int site) {
        if (!array.getClass().isArray()) {
            return; // it will throw
        }
        int size = Array.getLength(array);
        int to = length < 0 ? size : (int) Math.min(size, (long) from + length);
        if (from < 0 || from >= to) {
            return;
        }
        Fiber self = scheduler.self();
        int variable = statics.variables() + Kinds.ofArray(array);
        about(writes ? Move.WRITES_ELEMENT : Move.READS_ELEMENT, array, from);
        Thing thing = things.of(array);
        if (shared.contains(variable)) {
            scheduler.point(self, thing.id, writes);
        }
        for (Cell cell : thing.elements().some(from, to, variable, things)) {
            use(self, cell, writes, site);
        }
        if (thing.elements().hasRanges()) { // others may use parts of them
            scheduler.step().touch(thing.id, true);
        }
    }

    private void about(Move move, @Nullable Object object, int operand) {
        scheduler.self().about(move, object, operand);
    }

    /// The current thread uses a variable; others may move first.
    void touch(Cell cell, boolean writes, int site) {
        Fiber self = scheduler.self();
        if (shared.contains(cell.variable)) {
            scheduler.point(self, cell.id, writes);
        } else {
            scheduler.pointUnlessNew(self, cell.id, writes);
        }
        use(self, cell, writes, site);
    }

    private void use(Fiber self, Cell cell, boolean writes, int site) {
        scheduler.step().touch(cell.id, writes);
        if (witness != null) {
            witness.saw(self, cell, writes, site, detector.momentOf(self.number));
        }
        if (writes) {
            detector.write(self.number, cell, site);
        } else {
            detector.read(self.number, cell, site);
        }
        if (cell.isShared()) {
            shared.notice(cell.variable);
        }
    }

    @Override
    public void volatileAccess(@Nullable Object owner, int variable, boolean writes) {
        Fiber self = scheduler.self();
        Thing object = things.of(owner);
        Thing field = object.volatileField(variable, things);
        about(writes ? Move.WRITES : Move.READS, owner, variable);
        scheduler.point(self, field.id, writes);
        order(self, field, !writes, writes);
        if (object.isReachedOtherwise) {
            order(self, object, !writes, writes);
        }
    }

    private void order(Fiber self, Thing thing, boolean acquires, boolean releases) {
        scheduler.step().touch(thing.id, releases);
        if (acquires) {
            detector.acquire(self.number, thing);
        }
        if (releases) {
            detector.release(self.number, thing);
        }
    }

    @Override
    public void reflected(Field field, @Nullable Object owner, boolean writes, int site) {
        int variable = statics.variableOf(field);
        Object instance = Modifier.isStatic(field.getModifiers()) ? null : owner;
        if (variable > 0 && Modifier.isVolatile(field.getModifiers())) {
            volatileAccess(instance, variable, writes);
        } else if (variable > 0) {
            access(instance, variable, writes, site);
        } else if (field.getDeclaringClass().getClassLoader() != null) {
            unseen(); // no code of the program names it
        }
    }

    @Override
    public void unseen() {
        shared.hide();
    }

    @Override
    public void handle(Object handle, @Nullable Object owner, int index, int mode, int site) {
        if (mode <= 1) {
            plain((VarHandle) handle, owner, index, mode == 1, site);
        } else {
            Object target = owner == null ? handle : owner;
            about(Move.USES, target, 0);
            boolean writes = mode != 2 && mode != 5;
            scheduler.point(scheduler.self(), things.of(target).id, writes);
            touchVariable((VarHandle) handle, owner, index, writes);
            if (mode == 5 || mode == 7) {
                touch(target, writes);
            } else {
                synchronize(target, mode != 3, mode == 3 || mode == 4);
            }
        }
    }

    /// The handle's variable may be used without it as well.
    private void touchVariable(
            VarHandle handle, @Nullable Object owner, int index, boolean writes) {
        if (owner != null && owner.getClass().isArray()) {
            int kind = statics.variables() + Kinds.ofArray(owner);
            if (index >= 0) {
                touchOnly(things.of(owner).elements().one(index, kind, things), writes);
            }
            return;
        }
        int variable = statics.variableOf(handle);
        if (variable > 0) {
            Thing instance = things.of(handle.coordinateTypes().isEmpty() ? null : owner);
            touchOnly(instance.field(variable, things), writes);
            Thing field = instance.volatileField(variable, things);
            scheduler.step().touch(field.id, false);
            if (writes) {
                scheduler.step().show(field.id); // whether it has changed it shows later
            }
            if (owner == null) {
                things.of(handle).adopt(variable, field);
            }
        }
    }

    private void touchOnly(Cell cell, boolean writes) {
        shared.notice(cell.variable);
        scheduler.step().touch(cell.id, false);
        if (writes) {
            scheduler.step().show(cell.id);
        }
    }

    private void plain(
            VarHandle handle, @Nullable Object owner, int index, boolean writes, int site) {
        if (owner != null && owner.getClass().isArray()) {
            element(owner, index, writes, site);
        } else {
            int variable = statics.variableOf(handle);
            if (variable > 0) {
                Object instance = handle.coordinateTypes().isEmpty() ? null : owner;
                about(writes ? Move.WRITES : Move.READS, instance, variable);
                Thing object = things.of(instance);
                touch(object.field(variable, things), writes, site);
                shared.notice(variable);
                scheduler.step().touch(object.volatileField(variable, things).id, writes);
            } else { // the program has no other name for it
                Object target = owner == null ? handle : owner;
                about(Move.USES, target, 0);
                scheduler.point(scheduler.self(), things.of(target).id, writes);
                touch(target, writes);
            }
        }
    }

    @Override
    public void freeze(Object owner) {
        detector.release(scheduler.self().number, things.of(owner).frozen());
    }

    @Override
    public void readFinal(Object owner) {
        detector.acquire(scheduler.self().number, things.of(owner).frozen());
    }

    @Override
    public void call(@Nullable Object receiver) {
        Fiber self = scheduler.self();
        if (receiver instanceof Thread thread && Green.of(thread) instanceof Fiber fiber) {
            self.about(Move.CALLS, null, fiber.number);
        } else {
            self.about(Move.CALLS, receiver, 0);
        }
        if (receiver == null) {
            scheduler.point(self, 0, true);
        } else if (Kinds.isSynchroniser(receiver)) {
            scheduler.point(self, things.of(receiver).id, true);
        }
    }

    /// In which order threads print is a choice, but orders nothing: interleavings that differ in
    /// that alone count as one. What the program prints to a stream of its own it may read.
    @Override
    public void prints(@Nullable PrintStream stream) {
        Fiber self = scheduler.self();
        PrintStream to = stream == null ? System.out : stream;
        self.about(Move.PRINTS, null, 0);
        if (Kinds.isOurs(to)) {
            scheduler.point(self, 0, true);
        } else {
            Thing thing = things.of(to);
            scheduler.point(self, thing.id, true);
            order(self, thing, true, true);
        }
    }

    @Override
    public void optimisticReadBegan() {
        detector.looks(scheduler.self().number);
    }

    @Override
    public void optimisticReadEnded(boolean isValid) {
        detector.looked(scheduler.self().number, isValid);
    }

    @Override
    public void touch(Object owner, boolean writes) {
        scheduler.step().touch(things.of(owner).id, writes);
    }

    @Override
    public void synchronize(Object owner, boolean acquires, boolean releases) {
        Fiber self = scheduler.self();
        Thing thing = things.of(owner);
        order(self, thing, acquires, releases);
        thing.isReachedOtherwise = true;
        for (Thing field : thing.volatiles()) {
            if (field != null) {
                order(self, field, acquires, releases);
            }
        }
    }
}
