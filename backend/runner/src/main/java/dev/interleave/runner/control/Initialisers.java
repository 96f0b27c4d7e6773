package dev.interleave.runner.control;

import dev.interleave.model.trace.Move;
import dev.interleave.probe.ClassControl;
import dev.interleave.probe.ControlProbes;
import dev.interleave.runner.control.Fiber.Waiting;

import org.jspecify.annotations.Nullable;

/// The initialisers of classes in one schedule: once each, while others wait.
final class Initialisers implements ClassControl {
    private final Scheduler scheduler;
    private final Statics statics;

    Initialisers(Scheduler scheduler, Statics statics) {
        this.scheduler = scheduler;
        this.statics = statics;
    }

    @Override
    public boolean beginInitialiser(Class<?> type, int initialiser) {
        Fiber self = scheduler.self();
        Thing thing = scheduler.things().of(type);
        if (statics.isUntouched(initialiser)) {
            self.about(Move.INITIALISED, type, 0);
            scheduler.point(self, thing.id, true);
        }
        scheduler.step().touch(thing.id, false);
        if (statics.isInitialising(initialiser) && statics.initialiserOf(initialiser) != self) {
            self.initialiser = () -> statics.isInitialising(initialiser);
            self.about(Move.INITIALISED, type, 0);
            self.target = thing.id;
            self.writes = true;
            ControlProbes.classUseBegan(self.thread(), type);
            scheduler.wait(self, Waiting.INITIALISER, 0);
            ControlProbes.classUseEnded(self.thread(), type);
            scheduler.step().touch(thing.id, false);
        }
        if (statics.isInitialised(initialiser)) {
            scheduler.detector().acquire(self.number, thing);
        }
        boolean isToRun = statics.begin(type, initialiser, self);
        if (isToRun) {
            scheduler.step().touch(thing.id, true);
            self.initialisers++;
        }
        return isToRun;
    }

    @Override
    public void endInitialiser(int initialiser, @Nullable Throwable thrown) {
        Fiber self = scheduler.self();
        Thing thing = scheduler.things().of(statics.end(initialiser, thrown));
        self.initialisers--;
        scheduler.step().touch(thing.id, true);
        scheduler.detector().release(self.number, thing);
    }
}
