/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';
import { RUNNING, STARTED, stateName } from './states.js';

/*
 * A lane's slices are numbered so that none needs an object until somebody asks: with n shown spans, slice 2k+1 is span
 * k, slice 2k is the running before it, 2n the running after the last, and -1 the time before the first step.
 */

/**
 * What a thread did for a stretch of time.
 * @typedef {object} Slice
 * @property {LaneTrack} lane
 * @property {number} index number in the lane
 * @property {number} state
 * @property {number} startNanos
 * @property {number | null} endNanos null: it never ended
 * @property {number} row of its span, or -1
 */

/** The number before the first step. */
const BEFORE_FIRST_STEP = -1;

/**
 * The slice with the given number, or null when it is empty or not there.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} index
 * @returns {Slice | null}
 */
export function sliceOf(trace, lane, index) {
  const count = lane.shown.length;
  if (index < BEFORE_FIRST_STEP || index > 2 * count) return null;
  if (index === BEFORE_FIRST_STEP) return beforeFirstStep(lane);
  if (Number.isNaN(lane.beganNanos)) return null;
  if (index % 2 === 1) {
    const row = lane.shown.at((index - 1) / 2);
    const startNanos = trace.spans.startNanos[row];
    const end = trace.spans.endNanos[row];
    return {
      lane,
      index,
      state: trace.stateOf(lane, row),
      startNanos,
      endNanos: end === Infinity ? null : end,
      row,
    };
  }
  const previous = lane.shown.at(index / 2 - 1);
  const next = lane.shown.at(index / 2);
  const startNanos = previous < 0 ? lane.beganNanos : trace.spans.endNanos[previous];
  if (startNanos === Infinity) return null;
  const endNanos = next >= 0 ? trace.spans.startNanos[next] : lane.hasEnded ? lane.endedNanos : null;
  if (endNanos !== null && endNanos <= startNanos) return null;
  return { lane, index, state: RUNNING, startNanos, endNanos, row: -1 };
}

/** @param {LaneTrack} lane @returns {Slice | null} */
function beforeFirstStep(lane) {
  if (Number.isNaN(lane.startedNanos)) return null;
  const endNanos = Number.isNaN(lane.beganNanos) ? null : lane.beganNanos;
  if (endNanos !== null && endNanos <= lane.startedNanos) return null;
  return {
    lane,
    index: BEFORE_FIRST_STEP,
    state: STARTED,
    startNanos: lane.startedNanos,
    endNanos,
    row: -1,
  };
}

/**
 * The slice a lane is in at a moment, or null before its first and after its last.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} nanos
 * @returns {Slice | null}
 */
export function sliceAt(trace, lane, nanos) {
  if (!(nanos >= lane.firstNanos) || (lane.hasEnded && nanos > lane.endedNanos)) return null;
  if (!(nanos >= lane.beganNanos)) return sliceOf(trace, lane, BEFORE_FIRST_STEP);
  const list = lane.shown;
  const k = firstAbove(list.data, trace.spans.endNanos, 0, list.length, nanos);
  const row = list.at(k);
  if (row >= 0 && trace.spans.startNanos[row] <= nanos) return sliceOf(trace, lane, 2 * k + 1);
  return sliceOf(trace, lane, 2 * k) ?? sliceOf(trace, lane, 2 * k - 1);
}

/** The name of the state a lane is in at a moment. @param {Trace} trace @param {number} id @param {number} nanos @returns {string} */
export function stateAt(trace, id, nanos) {
  const lane = trace.lanes.get(id);
  if (lane === undefined) return '';
  const slice = sliceAt(trace, lane, nanos);
  if (slice !== null) return stateName(slice.state);
  return lane.hasEnded && nanos > lane.endedNanos ? 'terminated' : 'not yet started';
}

/**
 * The next slice that is not empty, in one direction.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} index of the slice to go on from
 * @param {1 | -1} direction
 * @returns {Slice | null}
 */
export function neighbour(trace, lane, index, direction) {
  const last = 2 * lane.shown.length;
  for (let i = index + direction; i >= BEFORE_FIRST_STEP && i <= last; i += direction) {
    const slice = sliceOf(trace, lane, i);
    if (slice !== null) return slice;
  }
  return null;
}

/** @param {Trace} trace @param {LaneTrack} lane @returns {Slice | null} */
export function firstSlice(trace, lane) {
  return neighbour(trace, lane, BEFORE_FIRST_STEP - 1, 1);
}

/** @param {Trace} trace @param {LaneTrack} lane @returns {Slice | null} */
export function lastSlice(trace, lane) {
  return neighbour(trace, lane, 2 * lane.shown.length + 1, -1);
}

/**
 * A lane's slices in time order.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} limit at most so many
 * @returns {Slice[]}
 */
export function slicesOf(trace, lane, limit) {
  const slices = [];
  let slice = firstSlice(trace, lane);
  while (slice !== null && slices.length < limit) {
    slices.push(slice);
    slice = neighbour(trace, lane, slice.index, 1);
  }
  return slices;
}

/**
 * The site a slice stands for: where it waits; for running, where the thread was seen last, else where it
 * went.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {number} 0 when unknown
 */
export function siteOfSlice(trace, slice) {
  if (slice.row >= 0) return trace.spans.site[slice.row];
  if (slice.state === STARTED) return slice.lane.startedSite;
  const before = lastMoment(trace, slice.lane, slice.endNanos ?? Infinity);
  if (before >= 0 && trace.instants.nanos[before] >= slice.startNanos) return trace.instants.site[before];
  const previous = slice.lane.shown.at(slice.index / 2 - 1);
  const passed = previous < 0 ? 0 : trace.spans.site[previous];
  if (passed > 0) return passed;
  const next = slice.lane.shown.at(slice.index / 2);
  return next < 0 ? 0 : trace.spans.site[next];
}

/** Where a thread was at a moment of a slice: where it last touched memory, if that is recorded. @param {Trace} trace @param {Slice} slice @param {number} nanos @returns {number} a site, or 0 */
export function siteAt(trace, slice, nanos) {
  if (slice.row >= 0 || slice.lane.memory === null) return siteOfSlice(trace, slice);
  const last = lastMoment(trace, slice.lane, nanos);
  const site = last >= 0 && trace.instants.nanos[last] >= slice.startNanos ? trace.instants.site[last] : 0;
  return site > 0 ? site : siteOfSlice(trace, slice);
}

/** The last instant or access to memory of a lane at or before a moment, or -1. @param {Trace} trace @param {LaneTrack} lane @param {number} nanos @returns {number} */
function lastMoment(trace, lane, nanos) {
  const instant = instantBefore(trace, lane, nanos);
  if (lane.memory === null) return instant;
  const { rows } = lane.memory;
  const access = rows.at(firstAbove(rows.data, trace.instants.nanos, 0, rows.length, nanos) - 1);
  // A lane's own rows are in the order they happened.
  return Math.max(instant, access);
}

/** The last instant of a lane at or before a moment, or -1. @param {Trace} trace @param {LaneTrack} lane @param {number} nanos @returns {number} */
export function instantBefore(trace, lane, nanos) {
  const list = lane.instants;
  return list.at(firstAbove(list.data, trace.instants.nanos, 0, list.length, nanos) - 1);
}

/** @param {Trace} trace @param {number} site @returns {number} the line in the editor, or 0 */
export function lineOf(trace, site) {
  return trace.siteList[site - 1]?.line ?? 0;
}

/** What a lane was doing last: the end state of a run. @param {Trace} trace @param {LaneTrack} lane @returns {number} */
export function lastState(trace, lane) {
  return lastSlice(trace, lane)?.state ?? STARTED;
}
