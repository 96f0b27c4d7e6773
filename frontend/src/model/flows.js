/** @import { LaneTrack } from './lane-track.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';
import * as kinds from './event-kinds.js';
import { objectLabel } from './sentences.js';
import { holdersDuring, neighbour, sliceOf } from './slices.js';
import { BLOCKED, RUNNING, STARTED } from './states.js';

/**
 * An arrow between lanes: what one thread did let another go on, or (`isOpen`) would.
 * @typedef {object} Flow
 * @property {number} fromLane
 * @property {number} fromNanos
 * @property {number} toLane
 * @property {number} toNanos
 * @property {string} label
 * @property {boolean} isOpen it has not happened: from the holder to who waits
 */

/** How many arrows may leave one slice. */
const MAX_FLOWS = 24;

/**
 * The arrows into and out of a slice.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {{into: Flow[], out: Flow[]}}
 */
export function flowsOf(trace, slice) {
  const into = flowInto(trace, slice);
  return { into: into === null ? [] : [into], out: slice.state === RUNNING ? flowsOut(trace, slice) : [] };
}

/**
 * Why a slice ended, or for a lane's first one, why it began.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {Flow | null}
 */
export function flowInto(trace, slice) {
  if (slice.row < 0) return isFirstStep(trace, slice) ? startFlow(trace, slice.lane) : null;
  switch (trace.spans.kind[slice.row]) {
    case kinds.MONITOR_ENTER_BEGAN:
      return unlockFlow(trace, slice);
    case kinds.MONITOR_WAIT_BEGAN:
      return wakeFlow(trace, slice);
    case kinds.JOIN_BEGAN:
      return joinFlow(trace, slice);
    case kinds.PARK_BEGAN:
      return (
        (slice.state === BLOCKED ? unlockFlow(trace, slice) : null) ??
        unparkFlow(trace, slice) ??
        wakeFlow(trace, slice)
      );
    default:
      return null;
  }
}

/** @param {Trace} trace @param {Slice} slice @returns {boolean} */
function isFirstStep(trace, slice) {
  if (slice.state === STARTED) return true;
  const previous = neighbour(trace, slice.lane, slice.index, -1);
  return previous === null || previous.state === STARTED;
}

/** @param {Trace} trace @param {LaneTrack} lane @returns {Flow | null} */
function startFlow(trace, lane) {
  const parent = lane.parent > 0 ? lane.parent : starterOf(trace, lane);
  if (parent <= 0 || Number.isNaN(lane.startedNanos)) return null;
  const toNanos = Number.isNaN(lane.beganNanos) ? lane.startedNanos : lane.beganNanos;
  return flow(parent, lane.startedNanos, lane.id, toNanos, 'start → first step');
}

/** @param {Trace} trace @param {LaneTrack} lane @returns {number} */
function starterOf(trace, lane) {
  for (let row = 0; row < trace.instants.length; row++) {
    if (trace.instants.kind[row] === kinds.THREAD_STARTED && trace.instants.argument[row] === lane.id) {
      return trace.instants.lane[row];
    }
  }
  return 0;
}

/** @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function unlockFlow(trace, slice) {
  const holders = holdersDuring(trace, slice);
  const hold = holders[holders.length - 1];
  if (hold === undefined) return null;
  const from = trace.holds.lane[hold];
  const label = objectLabel(trace, trace.holds.object[hold]);
  if (slice.endNanos === null) {
    const since = Math.max(trace.holds.startNanos[hold], 0);
    return { ...flow(from, since, slice.lane.id, slice.startNanos, `holds ${label}`), isOpen: true };
  }
  const unlocked = Math.min(trace.holds.endNanos[hold], slice.endNanos);
  return flow(from, unlocked, slice.lane.id, slice.endNanos, `unlock → lock ${label}`);
}

/** @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function joinFlow(trace, slice) {
  const target = trace.lanes.get(trace.spans.argument[slice.row]);
  if (target === undefined || slice.endNanos === null || !(target.endedNanos <= slice.endNanos)) return null;
  return flow(target.id, target.endedNanos, slice.lane.id, slice.endNanos, 'end → joined');
}

/** @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function unparkFlow(trace, slice) {
  const { lane, endNanos } = slice;
  if (endNanos === null) return null;
  const unparks = lane.unparks.inOrder(trace.instants.nanos);
  const index = firstAbove(unparks.data, trace.instants.nanos, 0, unparks.length, endNanos) - 1;
  const row = unparks.at(index);
  if (row < 0 || trace.instants.nanos[row] < slice.startNanos) return null;
  const from = trace.instants.lane[row];
  return from === lane.id
    ? null
    : flow(from, trace.instants.nanos[row], lane.id, endNanos, 'unpark → park ended');
}

/** @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function wakeFlow(trace, slice) {
  const { lane, endNanos } = slice;
  const object = trace.objects.get(trace.spans.object[slice.row]);
  if (endNanos === null || object === undefined) return null;
  const { instants } = trace;
  const wakes = object.wakes.inOrder(instants.nanos);
  for (let i = firstAbove(wakes.data, instants.nanos, 0, wakes.length, endNanos) - 1; i >= 0; i--) {
    const row = wakes.at(i);
    if (instants.nanos[row] < slice.startNanos) return null;
    if (instants.lane[row] === lane.id || !mayWake(trace, row, slice.row)) continue;
    return flow(instants.lane[row], instants.nanos[row], lane.id, endNanos, wakeLabel(trace, row));
  }
  return null;
}

const GIVES = /\.(put|offer|add|transfer)/;
const TAKES = /\.(take|poll)/;

/** Whether an instant on an object may end a wait on it. @param {Trace} trace @param {number} instant @param {number} span @returns {boolean} */
function mayWake(trace, instant, span) {
  const kind = trace.instants.kind[instant];
  if (kind === kinds.MONITOR_NOTIFIED) return trace.spans.kind[span] === kinds.MONITOR_WAIT_BEGAN;
  const did = trace.operationList[trace.instants.operation[instant] - 1];
  const waits = trace.operationList[trace.spans.operation[span] - 1];
  if (did === undefined || waits === undefined) return false;
  if (kind === kinds.CALL_MADE) return did.role === kinds.ROLE_WAKE;
  if (kind !== kinds.CALL_ENDED) return false;
  return (
    (GIVES.test(did.label) && TAKES.test(waits.label)) || (TAKES.test(did.label) && GIVES.test(waits.label))
  );
}

/** @param {Trace} trace @param {number} instant @returns {string} */
function wakeLabel(trace, instant) {
  if (trace.instants.kind[instant] === kinds.MONITOR_NOTIFIED) return 'notify → wait ended';
  const label = trace.operationList[trace.instants.operation[instant] - 1]?.label ?? '';
  return `${label.slice(label.lastIndexOf('.') + 1)} → wait ended`;
}

/**
 * What others could do because of this stretch of running.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {Flow[]}
 */
function flowsOut(trace, slice) {
  /** @type {Flow[]} */
  const flows = [];
  const { lane, startNanos } = slice;
  const endNanos = slice.endNanos ?? Infinity;
  const { instants } = trace;
  const first = firstAbove(lane.instants.data, instants.nanos, 0, lane.instants.length, startNanos - 1);
  for (let i = first; i < lane.instants.length && flows.length < MAX_FLOWS; i++) {
    const row = lane.instants.at(i);
    if (instants.nanos[row] > endNanos) break;
    const found = flowFromInstant(trace, row);
    if (found !== null) flows.push(found);
  }
  for (const level of lane.levels) {
    const from = firstAbove(level.data, trace.holds.endNanos, 0, level.length, startNanos - 1);
    for (let i = from; i < level.length && flows.length < MAX_FLOWS; i++) {
      const row = level.at(i);
      if (trace.holds.endNanos[row] > endNanos) break;
      const found = flowFromUnlock(trace, row);
      if (found !== null) flows.push(found);
    }
  }
  return flows;
}

/** @param {Trace} trace @param {number} row @returns {Flow | null} */
export function flowFromInstant(trace, row) {
  const { instants } = trace;
  const nanos = instants.nanos[row];
  const kind = instants.kind[row];
  const target = trace.lanes.get(instants.argument[row]);
  if (kind === kinds.THREAD_STARTED) return target === undefined ? null : startFlow(trace, target);
  if (kind === kinds.UNPARKED)
    return target === undefined ? null : confirmed(trace, target, nanos, instants.lane[row]);
  const object = trace.objects.get(instants.object[row]);
  if (object === undefined) return null;
  const waits = object.waits;
  for (let i = 0, seen = 0; i < waits.length && seen < MAX_FLOWS * 8; i++) {
    const span = waits.at(i);
    if (trace.spans.startNanos[span] > nanos || trace.spans.endNanos[span] < nanos) continue;
    seen++;
    const waiter = laneOfSpan(trace, span);
    const found = waiter === null ? null : confirmed(trace, waiter, nanos, instants.lane[row]);
    if (found !== null) return found;
  }
  return null;
}

/** @param {Trace} trace @param {number} hold @returns {Flow | null} */
function flowFromUnlock(trace, hold) {
  const object = trace.objects.get(trace.holds.object[hold]);
  const nanos = trace.holds.endNanos[hold];
  const from = trace.holds.lane[hold];
  if (object === undefined || object.soleHolder !== -1) return null;
  const holds = object.holds.inOrder(trace.holds.startNanos);
  const next = firstAbove(holds.data, trace.holds.startNanos, 0, holds.length, nanos - 1);
  const taker = holds.at(next);
  const lane = taker < 0 ? undefined : trace.lanes.get(trace.holds.lane[taker]);
  return lane === undefined || lane.id === from ? null : confirmed(trace, lane, nanos, from);
}

/**
 * The flow that ends a lane's still slice around a moment, if it comes from there and then.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} nanos
 * @param {number} from
 * @returns {Flow | null}
 */
function confirmed(trace, lane, nanos, from) {
  const k = firstAbove(lane.shown.data, trace.spans.endNanos, 0, lane.shown.length, nanos - 1);
  const slice = k < lane.shown.length ? sliceOf(trace, lane, 2 * k + 1) : null;
  const into = slice === null ? null : flowInto(trace, slice);
  return into !== null && !into.isOpen && into.fromLane === from && into.fromNanos === nanos ? into : null;
}

/** @param {Trace} trace @param {number} span @returns {LaneTrack | null} */
function laneOfSpan(trace, span) {
  return trace.lanes.get(trace.spans.lane[span]) ?? null;
}

/** @param {number} fromLane @param {number} fromNanos @param {number} toLane @param {number} toNanos @param {string} label @returns {Flow} */
function flow(fromLane, fromNanos, toLane, toNanos, label) {
  return { fromLane, fromNanos, toLane, toNanos, label, isOpen: false };
}
