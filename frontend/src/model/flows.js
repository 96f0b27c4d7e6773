/** @import { LaneTrack } from './lane-track.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';
import { accessFlows } from './access-flows.js';
import * as kinds from './event-kinds.js';
import { flow, flowInto, startFlow } from './flow-causes.js';
import { HELD_CLASS } from './hold-history.js';
import { sliceOf } from './slices.js';
import { RUNNING } from './states.js';
import { runOf, stolenFrom, submitOf } from './tasks.js';

/**
 * An arrow between lanes: what one thread did let another go on, or (`isOpen`) would.
 * @typedef {object} Flow
 * @property {number} fromLane
 * @property {number} fromNanos
 * @property {number} toLane
 * @property {number} toNanos
 * @property {string} label
 * @property {number} [fromAccess] row of the access to memory it comes from
 * @property {number} [toAccess]
 * @property {boolean} isOpen it has not happened: from the holder to who waits
 */

/** How many arrows may leave one slice. */
const MAX_FLOWS = 24;
/** How many things a long slice did are followed up. */
const MAX_CAUSES = 1_000;
/** How many that wait for one object are asked whether it was this that woke them. */
const MAX_WAITERS = 192;

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
 * The arrows into and out of an instant.
 * @param {Trace} trace
 * @param {number} row
 * @returns {{into: Flow[], out: Flow[]}}
 */
export function flowsOfInstant(trace, row) {
  if (kinds.isAccess(trace.instants.kind[row])) return accessFlows(trace, row);
  const into = trace.instants.kind[row] === kinds.TASK_BEGAN ? submitFlow(trace, row) : null;
  const out = flowFromInstant(trace, row);
  return { into: into === null ? [] : [into], out: out === null ? [] : [out] };
}

/** From where a task was handed over. @param {Trace} trace @param {number} row TASK_BEGAN @returns {Flow | null} */
function submitFlow(trace, row) {
  const { instants } = trace;
  const submit = submitOf(trace, instants.object[row], instants.nanos[row]);
  if (submit < 0) return null;
  const isStolen = stolenFrom(trace, submit, instants.lane[row]) > 0;
  const label = isStolen ? 'fork → stolen' : 'submit → begin';
  return flow(instants.lane[submit], instants.nanos[submit], instants.lane[row], instants.nanos[row], label);
}

/** To where a task ran. @param {Trace} trace @param {number} row TASK_SUBMITTED @returns {Flow | null} */
function runFlow(trace, row) {
  const { instants, tasks } = trace;
  const run = runOf(trace, instants.object[row], instants.nanos[row]);
  if (run < 0 || submitOf(trace, instants.object[row], tasks.startNanos[run]) !== row) return null;
  const label = stolenFrom(trace, row, tasks.lane[run]) > 0 ? 'fork → stolen' : 'submit → begin';
  return flow(instants.lane[row], instants.nanos[row], tasks.lane[run], tasks.startNanos[run], label);
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
  for (let i = first; i < lane.instants.length && flows.length < MAX_FLOWS && i - first < MAX_CAUSES; i++) {
    const row = lane.instants.at(i);
    if (instants.nanos[row] > endNanos) break;
    const found = flowFromInstant(trace, row);
    if (found !== null) flows.push(found);
  }
  for (const level of lane.levels) {
    const from = firstAbove(level.data, trace.holds.endNanos, 0, level.length, startNanos - 1);
    for (let i = from; i < level.length && flows.length < MAX_FLOWS && i - from < MAX_CAUSES; i++) {
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
  if (kind === kinds.THREAD_STARTED) return target === undefined ? null : startFlow(target);
  if (kind === kinds.UNPARKED)
    return target === undefined ? null : confirmed(trace, target, nanos, instants.lane[row]);
  if (kind === kinds.TASK_SUBMITTED) return runFlow(trace, row);
  if (kind === kinds.TASK_BEGAN) return resultFlow(trace, row);
  const from = instants.lane[row];
  return wokenFlow(
    trace,
    instants.object[row],
    nanos,
    nanos,
    (into) => into.fromLane === from && into.fromNanos === nanos,
  );
}

/** From the end of a task to who waits for its result. @param {Trace} trace @param {number} row TASK_BEGAN @returns {Flow | null} */
function resultFlow(trace, row) {
  const { instants, tasks } = trace;
  const run = runOf(trace, instants.object[row], instants.nanos[row]);
  if (run < 0 || tasks.lane[run] !== instants.lane[row] || tasks.endNanos[run] === Infinity) return null;
  const from = tasks.lane[run];
  // The result may be there, and taken, a moment before the task is over.
  return wokenFlow(
    trace,
    instants.object[row],
    tasks.startNanos[run],
    tasks.endNanos[run],
    (into) => into.fromLane === from,
  );
}

/**
 * To the one that waited on an object between two moments and went on because of something.
 * @param {Trace} trace
 * @param {number} objectId
 * @param {number} fromNanos
 * @param {number} toNanos
 * @param {(into: Flow) => boolean} isIt whether it was because of that
 * @returns {Flow | null}
 */
function wokenFlow(trace, objectId, fromNanos, toNanos, isIt) {
  const object = trace.objects.get(objectId);
  if (object === undefined) return null;
  const { spans } = trace;
  const waits = object.waits.inOrder(spans.startNanos);
  const last = firstAbove(waits.data, spans.startNanos, 0, waits.length, toNanos) - 1;
  for (let i = last; i >= 0 && last - i < MAX_WAITERS; i--) {
    const span = waits.at(i);
    if (spans.endNanos[span] < fromNanos) continue;
    const waiter = trace.lanes.get(spans.lane[span]);
    if (waiter === undefined) continue;
    const into = causeAround(trace, waiter, spans.startNanos[span]);
    if (into !== null && isIt(into)) return into;
  }
  return null;
}

/** @param {Trace} trace @param {number} hold @returns {Flow | null} */
function flowFromUnlock(trace, hold) {
  const object = trace.objects.get(trace.holds.object[hold]);
  const nanos = trace.holds.endNanos[hold];
  const from = trace.holds.lane[hold];
  if (object === undefined) return null;
  if (trace.holds.how[hold] === HELD_CLASS)
    return wokenFlow(
      trace,
      object.id,
      nanos,
      nanos,
      (into) => into.fromLane === from && into.fromNanos === nanos,
    );
  if (object.holds.soleHolder !== -1) return null;
  const holds = object.holds.rows.inOrder(trace.holds.startNanos);
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
  const into = causeAround(trace, lane, nanos - 1);
  return into !== null && into.fromLane === from && into.fromNanos === nanos ? into : null;
}

/** Why a lane's still slice around a moment ended, if it did. @param {Trace} trace @param {LaneTrack} lane @param {number} nanos @returns {Flow | null} */
function causeAround(trace, lane, nanos) {
  const k = firstAbove(lane.shown.data, trace.spans.endNanos, 0, lane.shown.length, nanos);
  const slice = k < lane.shown.length ? sliceOf(trace, lane, 2 * k + 1) : null;
  const into = slice === null ? null : flowInto(trace, slice);
  return into === null || into.isOpen ? null : into;
}
