package dev.interleave.analysis;

import java.util.Set;

/// How a run came to its end.
///
/// @param nanos when, in nanoseconds since it began
/// @param isNatural whether the program ended by itself, its last thread having ended
/// @param isStandstill whether nothing could go on any more
/// @param deadlocked the lanes that were found to be deadlocked
record RunEnd(long nanos, boolean isNatural, boolean isStandstill, Set<Integer> deadlocked) {}
