/// Data races by happens-before, while a controlled run goes on: who told whom, and two accesses
/// that nothing orders. Pure: no clock, no thread. For one caller at a time.
///
/// What synchronises is the caller's to say, with one [SyncState] for each thing that hands
/// something over:
///
/// | what the program uses | in terms of [RaceDetector] |
/// | --- | --- |
/// | a monitor, an exclusive lock | acquire on entering, release on leaving; a wait does both |
/// | a volatile or atomic variable | acquire on reading, release on writing; both, in this order, for what does both |
/// | a read-write lock | one state for writers, one for readers: a reader acquires the first and releases the second; a writer acquires both and releases the first |
/// | an interrupt, a permit, a latch, a future | release before it is given, acquire after it has been seen |
/// | an element of a queue, an entry of a map | a state of its own: release on putting it in, acquire on taking it out |
/// | a barrier | all release, then all acquire |
/// | start and end of a thread | [RaceDetector#started], [RaceDetector#joined] |
@NullMarked
package dev.interleave.analysis.races;

import org.jspecify.annotations.NullMarked;
