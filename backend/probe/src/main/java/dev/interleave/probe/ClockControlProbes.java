package dev.interleave.probe;

import jdk.internal.misc.VM;

/// The hooks of controlled runs for time. See [ControlProbes].
public final class ClockControlProbes {
    private ClockControlProbes() {}

    /// In place of `System.nanoTime`.
    public static long nanoTime() {
        Controller engine = ControlProbes.controller();
        return engine == null || !ControlProbes.isRunning()
                ? System.nanoTime()
                : engine.clock().nanoTime();
    }

    /// As [#nanoTime], for the program itself, to which looking takes time: else a loop that waits
    /// for a time would never end.
    public static long programNanoTime() {
        look();
        return nanoTime();
    }

    /// As [#currentTimeMillis], for the program itself.
    public static long programTimeMillis() {
        look();
        return currentTimeMillis();
    }

    private static void look() {
        Controller engine = ControlProbes.leave();
        if (engine != null) {
            try {
                engine.clock().lookAtClock();
            } finally {
                ControlProbes.running = ControlProbes.mounted;
            }
        }
    }

    /// In place of `VM.getNanoTimeAdjustment`: nanoseconds of the wall clock since a second of it.
    public static long nanoTimeAdjustment(long seconds) {
        Controller engine = ControlProbes.controller();
        return engine == null || !ControlProbes.isRunning()
                ? VM.getNanoTimeAdjustment(seconds)
                : (engine.clock().currentTimeMillis() - seconds * 1_000) * 1_000_000
                        + engine.clock().nanoTime() % 1_000_000;
    }

    /// In place of `System.currentTimeMillis`.
    public static long currentTimeMillis() {
        Controller engine = ControlProbes.controller();
        return engine == null || !ControlProbes.isRunning()
                ? System.currentTimeMillis()
                : engine.clock().currentTimeMillis();
    }
}
