package dev.interleave.model.trace;

/// One decoded trace record.
///
/// @param nanos time since the run began, in nanoseconds
/// @param kind what happened
/// @param operation the row of [Operation] that refines it, or 0
/// @param lane the lane it happened on, 1 or more
/// @param object the object it happened to, or 0
/// @param site the place in the source, or 0 for code that is not the user's
/// @param argument what `kind` says it is, or 0
public record TraceEvent(
        long nanos, EventKind kind, int operation, int lane, int object, int site, long argument) {}
