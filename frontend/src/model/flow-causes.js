/** @import { Flow } from './flows.js' */
/** @import { LaneTrack } from './lane-track.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';
import * as kinds from './event-kinds.js';
import { HELD_CLASS } from './hold-history.js';
import { lastHolder } from './holders.js';
import { classLabel, objectLabel } from './sentences.js';
import { neighbour } from './slices.js';
import { BLOCKED, STARTED } from './states.js';

/**
 * Why a slice ended, or for a lane's first one, why it began.
 * @param {Trace} trace
 * @param {Slice} slice
 * @returns {Flow | null}
 */
export function flowInto(trace, slice) {
  if (slice.row < 0) return isFirstStep(trace, slice) ? startFlow(slice.lane) : null;
  switch (trace.spans.kind[slice.row]) {
    case kinds.MONITOR_ENTER_BEGAN:
      return unlockFlow(trace, slice);
    case kinds.MONITOR_WAIT_BEGAN:
      return wakeFlow(trace, slice);
    case kinds.JOIN_BEGAN:
      return joinFlow(trace, slice);
    case kinds.CLASS_USE_BEGAN:
      return unlockFlow(trace, slice);
    case kinds.PARK_BEGAN:
      return parkFlow(trace, slice);
    default:
      return null;
  }
}

/** @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function parkFlow(trace, slice) {
  const released = slice.state === BLOCKED ? unlockFlow(trace, slice) : null;
  if (released !== null) return released;
  const unparked = unparkFlow(trace, slice);
  const ended = taskEndFlow(trace, slice);
  if (unparked !== null) return ended?.fromLane === unparked.fromLane ? ended : unparked;
  return later(wakeFlow(trace, slice), ended) ?? openPermitFlow(trace, slice);
}

/** @param {Trace} trace @param {Slice} slice @returns {boolean} */
function isFirstStep(trace, slice) {
  if (slice.state === STARTED) return true;
  const previous = neighbour(trace, slice.lane, slice.index, -1);
  return previous === null || previous.state === STARTED;
}

/** @param {LaneTrack} lane @returns {Flow | null} */
export function startFlow(lane) {
  const parent = lane.startedBy > 0 ? lane.startedBy : lane.parent;
  if (parent <= 0 || Number.isNaN(lane.startedNanos)) return null;
  const toNanos = Number.isNaN(lane.beganNanos) ? lane.startedNanos : lane.beganNanos;
  return flow(parent, lane.startedNanos, lane.id, toNanos, 'start → first step');
}

/** @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function unlockFlow(trace, slice) {
  const hold = lastHolder(trace, slice);
  if (hold < 0) return null;
  const from = trace.holds.lane[hold];
  const isClass = trace.holds.how[hold] === HELD_CLASS;
  const object = trace.holds.object[hold];
  const label = isClass ? `class ${classLabel(trace, object)}` : objectLabel(trace, object);
  if (slice.endNanos === null) {
    const since = Math.max(trace.holds.startNanos[hold], 0);
    const does = isClass ? 'initialises' : 'holds';
    return { ...flow(from, since, slice.lane.id, slice.startNanos, `${does} ${label}`), isOpen: true };
  }
  const unlocked = Math.min(trace.holds.endNanos[hold], slice.endNanos);
  const what = isClass ? 'initialised → use' : 'unlock → lock';
  return flow(from, unlocked, slice.lane.id, slice.endNanos, `${what} ${label}`);
}

/** From a holder of permits to who waits for one for ever. @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function openPermitFlow(trace, slice) {
  return slice.endNanos === null && trace.roleOf(trace.spans.operation[slice.row]) === kinds.ROLE_ACQUIRE
    ? unlockFlow(trace, slice)
    : null;
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
  if (from === lane.id) return null;
  const label = callAround(trace, row, slice.row) ?? 'unpark → park ended';
  return flow(from, trace.instants.nanos[row], lane.id, endNanos, label);
}

/**
 * What an unpark was part of: queues and futures unpark from inside the call that the program made on them.
 * @param {Trace} trace
 * @param {number} unpark row of an instant
 * @param {number} span that it ended
 * @returns {string | null}
 */
function callAround(trace, unpark, span) {
  const object = trace.spans.object[span];
  const list = trace.lanes.get(trace.instants.lane[unpark])?.instants;
  if (list === undefined || object <= 0) return null;
  const at = firstAbove(list.data, trace.instants.nanos, 0, list.length, trace.instants.nanos[unpark] - 1);
  for (let i = at - 1; i < at + 3; i++) {
    const row = list.at(i);
    if (row >= 0 && trace.instants.object[row] === object && mayWake(trace, row, span))
      return wakeLabel(trace, row, span);
  }
  return null;
}

/** From the end of the task whose result a thread waits for. @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function taskEndFlow(trace, slice) {
  const { lane, startNanos, endNanos } = slice;
  const object = trace.objects.get(trace.spans.object[slice.row]);
  if (endNanos === null || object === undefined || object.tasks.rows.length === 0) return null;
  const { tasks } = trace;
  const runs = object.tasks.inOrder(tasks.startNanos);
  const row = runs.at(firstAbove(runs.data, tasks.startNanos, 0, runs.length, endNanos) - 1);
  if (row < 0 || tasks.lane[row] === lane.id) return null;
  // The result is there a moment before the task is over, so its end may come just after the wait's.
  const ended = Math.min(tasks.endNanos[row], endNanos);
  return ended < startNanos ? null : flow(tasks.lane[row], ended, lane.id, endNanos, 'task ended → result');
}

/** @param {Flow | null} a @param {Flow | null} b @returns {Flow | null} */
function later(a, b) {
  return a === null || (b !== null && b.fromNanos > a.fromNanos) ? b : a;
}

/** @param {Trace} trace @param {Slice} slice @returns {Flow | null} */
function wakeFlow(trace, slice) {
  const { lane, endNanos } = slice;
  const object = trace.objects.get(trace.spans.object[slice.row]);
  if (endNanos === null || object === undefined) return null;
  const { instants } = trace;
  const wakes = object.wakes.inOrder(instants.nanos);
  const last = firstAbove(wakes.data, instants.nanos, 0, wakes.length, endNanos) - 1;
  for (let i = last; i >= 0 && last - i < MAX_WAKES; i--) {
    const row = wakes.at(i);
    if (instants.nanos[row] < slice.startNanos) return null;
    if (instants.lane[row] === lane.id || !mayWake(trace, row, slice.row)) continue;
    return flow(instants.lane[row], instants.nanos[row], lane.id, endNanos, wakeLabel(trace, row, slice.row));
  }
  return null;
}

const GIVES = /\.(put|offer|add|transfer|send|trySend)/;
const TAKES = /\.(take|poll|remove|receive|tryReceive)/;
/** So many wakes that were meant for others are passed over. */
const MAX_WAKES = 2_000;

/** Whether an instant on an object may end a wait on it. @param {Trace} trace @param {number} instant @param {number} span @returns {boolean} */
function mayWake(trace, instant, span) {
  const kind = trace.instants.kind[instant];
  if (kind === kinds.MONITOR_NOTIFIED) return trace.spans.kind[span] === kinds.MONITOR_WAIT_BEGAN;
  const did = trace.operationList[trace.instants.operation[instant] - 1];
  const waits = trace.operationList[trace.spans.operation[span] - 1];
  if (did === undefined || waits === undefined) return false;
  if (kind === kinds.CALL_MADE && did.role === kinds.ROLE_RELEASE) return waits.role !== kinds.ROLE_LOCK;
  if (kind === kinds.CALL_MADE && did.role !== kinds.ROLE_TRY) return did.role === kinds.ROLE_WAKE;
  if (kind === kinds.CALL_MADE && trace.instants.argument[instant] !== 1) return false;
  return (
    (GIVES.test(did.label) && TAKES.test(waits.label)) || (TAKES.test(did.label) && GIVES.test(waits.label))
  );
}

/** @param {Trace} trace @param {number} instant @param {number} span @returns {string} */
function wakeLabel(trace, instant, span) {
  if (trace.instants.kind[instant] === kinds.MONITOR_NOTIFIED) return 'notify → wait ended';
  const [did, waited] = [trace.instants.operation[instant], trace.spans.operation[span]].map((operation) => {
    const label = trace.operationList[operation - 1]?.label ?? '';
    return label.slice(label.lastIndexOf('.') + 1);
  });
  return `${did} → ${waited || 'wait ended'}`;
}

/** @param {number} fromLane @param {number} fromNanos @param {number} toLane @param {number} toNanos @param {string} label @returns {Flow} */
export function flow(fromLane, fromNanos, toLane, toNanos, label) {
  return { fromLane, fromNanos, toLane, toNanos, label, isOpen: false };
}
