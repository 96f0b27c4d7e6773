/** @import { HoldHistory } from './hold-history.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import * as kinds from './event-kinds.js';
import { BLOCKED } from './states.js';

/* Who is in the way of a slice that waits for a lock, a permit or a class. */

/** @param {Trace} trace @param {Slice} slice @returns {HoldHistory | null} of what it waits for, where that can be held */
function historyOf(trace, slice) {
  if (slice.row < 0) return null;
  const { spans } = trace;
  const object = trace.objects.get(spans.object[slice.row]);
  if (object === undefined) return null;
  if (slice.state === BLOCKED)
    return spans.kind[slice.row] === kinds.CLASS_USE_BEGAN ? object.initialisations : object.holds;
  const isForPermits = trace.roleOf(spans.operation[slice.row]) === kinds.ROLE_ACQUIRE;
  return isForPermits && !object.holds.isHandedOn ? object.holds : null;
}

/**
 * Who held what a slice waits for, in time order: the lane itself only where it waits for what it shares with others.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {number[]} rows of holds
 */
export function holdersDuring(trace, slice) {
  const history = historyOf(trace, slice);
  if (history === null) return [];
  const mayBeItself = history.isShared && trace.spans.kind[slice.row] === kinds.PARK_BEGAN;
  const except = mayBeItself ? 0 : slice.lane.id;
  return history.between(trace.holds, slice.startNanos, slice.endNanos ?? Infinity, except);
}

/**
 * Who is said to be in the way: those who held it when the wait began, or hold it now where it never ended.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {number[]} lanes, each once
 */
export function holderLanes(trace, slice) {
  const rows = holdersDuring(trace, slice);
  if (rows.length === 0) return [];
  const { startNanos, endNanos, lane } = trace.holds;
  const isOpen = slice.endNanos === null;
  const meant = rows.filter((row) =>
    isOpen ? endNanos[row] === Infinity : startNanos[row] <= slice.startNanos,
  );
  const fallback = isOpen ? rows[rows.length - 1] : rows[0];
  const told = meant.length > 0 ? meant : fallback === undefined ? [] : [fallback];
  return [...new Set(told.map((row) => lane[row]))];
}

/**
 * The hold whose end let a slice go on: the last that ended by then, else the last of all.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {number} its row, or -1
 */
export function lastHolder(trace, slice) {
  const { endNanos, lane } = trace.holds;
  const rows = holdersDuring(trace, slice).filter((row) => lane[row] !== slice.lane.id);
  let best = rows[rows.length - 1] ?? -1;
  if (slice.endNanos === null || best < 0) return best;
  for (const row of rows) {
    if (endNanos[row] > slice.endNanos) continue;
    if (endNanos[best] > slice.endNanos || endNanos[row] >= endNanos[best]) best = row;
  }
  return best;
}
