package dev.interleave.probe;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Writes down which hooks woven code calls. That these are the real ones' names is checked
/// elsewhere, against the real ones.
public final class Probes {
    /// What was called, in order.
    public static final List<String> LOG = new ArrayList<>();

    /// When not empty, the hook of this name throws.
    public static String throwing = "";

    /// Whether hooks that only publish are written down.
    public static boolean isPublishingLogged;

    private Probes() {}

    /// A hook.
    public static void waitingBlindly(int site) {
        log("waiting blindly");
    }

    /// A hook.
    public static void waitingOnce(int site) {
        log("waiting once");
    }

    /// A hook.
    public static void at(int site) {
        log("at " + site);
    }

    /// A hook.
    public static void using(@Nullable Object receiver, int site, int name) {
        log("using " + site + " " + name);
    }

    /// A hook.
    public static void monitorEntering(@Nullable Object monitor, int site, int name) {
        log("entering " + site + " " + name);
    }

    /// A hook.
    public static void monitorEntered(Object monitor, int site) {
        log("entered " + Thread.holdsLock(monitor));
    }

    /// A hook.
    public static void monitorExiting(Object monitor, int site) {
        log("exiting " + Thread.holdsLock(monitor));
    }

    /// A hook.
    public static void notifying(@Nullable Object monitor, int site, int name, int all) {
        log("notifying " + all);
    }

    static void log(String what) {
        LOG.add(what);
        if (!throwing.isEmpty() && what.startsWith(throwing)) {
            throw new IllegalStateException("thrown by " + what);
        }
    }
}
