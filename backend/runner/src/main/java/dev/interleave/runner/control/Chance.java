package dev.interleave.runner.control;

import dev.interleave.probe.ChanceControl;

/// What looks drawn by chance in one schedule, and is the same in each that goes the same way.
final class Chance implements ChanceControl {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final Scheduler scheduler;
    private int hashes;
    private long state;

    Chance(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public int identityHash(Object object) {
        Thing thing = scheduler.things().of(object);
        if (thing.shownHash == 0) {
            draws();
            thing.shownHash = ((int) mixed(++hashes) & 0x7FFF_FFFF) | 1;
        }
        return thing.shownHash;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        draws();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) mixed(~state++);
        }
    }

    /// What is drawn depends on what was drawn before.
    private void draws() {
        scheduler.step().touch(scheduler.things().of(this).id, true);
    }

    /// As `SplittableRandom` does: Steele, Lea, Flood, "Fast splittable pseudorandom number
    /// generators", OOPSLA 2014.
    private static long mixed(long number) {
        long mixed = number * GAMMA;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
