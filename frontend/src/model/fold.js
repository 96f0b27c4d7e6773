/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { IntList } from '../base/int-list.js';
import * as kinds from './event-kinds.js';
import { MAX_LEVELS } from './lane-track.js';
import { ENTERING, stateInside } from './states.js';

/*
 * What each record does to its lane. A lane's own records come in order, so its spans and holds can be built at once;
 * what depends on other lanes (who held the monitor?) is asked later, of lists sorted by time.
 */

/** What a record says, apart from its lane. @typedef {{nanos: number, operation: number, object: number, site: number, argument: number}} Said */

/** The kind of record that ends a span, by the kind that begins it. */
const ENDS = new Map([
  [kinds.SLEEP_BEGAN, kinds.SLEEP_ENDED],
  [kinds.JOIN_BEGAN, kinds.JOIN_ENDED],
  [kinds.PARK_BEGAN, kinds.PARK_ENDED],
  [kinds.MONITOR_ENTER_BEGAN, kinds.MONITOR_ENTERED],
  [kinds.MONITOR_WAIT_BEGAN, kinds.MONITOR_WAIT_ENDED],
]);

/** Added to the lane in a join's argument when the join gives up after a time. */
const JOIN_BOUNDED = 2 ** 32;

/**
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} kind
 * @param {Said} said overwritten by the caller for every record
 * @returns {boolean} whether the kind is known
 */
export function fold(trace, lane, kind, said) {
  switch (kind) {
    case kinds.THREAD_BEGAN:
      lane.beganNanos = said.nanos;
      return true;
    case kinds.THREAD_ENDED:
      if (lane.openSpan >= 0) closeSpan(trace, lane, said.nanos);
      lane.endedNanos = said.nanos;
      return true;
    case kinds.JOIN_BEGAN:
      said.argument %= JOIN_BOUNDED;
      beginSpan(trace, lane, kind, said);
      return true;
    case kinds.SLEEP_BEGAN:
    case kinds.PARK_BEGAN:
    case kinds.MONITOR_ENTER_BEGAN:
      beginSpan(trace, lane, kind, said);
      return true;
    case kinds.SLEEP_ENDED:
    case kinds.JOIN_ENDED:
    case kinds.PARK_ENDED:
      endSpan(trace, lane, kind, said.nanos);
      return true;
    case kinds.MONITOR_ENTERED:
      endSpan(trace, lane, kind, said.nanos);
      acquire(trace, lane, said.object, said.nanos);
      return true;
    case kinds.MONITOR_EXITED:
    case kinds.LOCK_RELEASED:
      release(trace, lane, said.object, said.nanos);
      return true;
    case kinds.MONITOR_WAIT_BEGAN:
      suspend(trace, lane, said.object, said.nanos);
      beginSpan(trace, lane, kind, said);
      return true;
    case kinds.MONITOR_WAIT_ENDED:
      endSpan(trace, lane, kind, said.nanos);
      resume(trace, lane, said.object, said.nanos);
      return true;
    case kinds.LOCK_BEGAN:
    case kinds.CALL_BEGAN:
      beginCall(trace, lane, said);
      return true;
    case kinds.LOCK_ACQUIRED:
      endCall(trace, lane, said.nanos);
      acquire(trace, lane, said.object, said.nanos);
      lane.lastLock = said.object;
      return true;
    case kinds.LOCK_FAILED:
    case kinds.CALL_ENDED:
    case kinds.CALL_THREW:
      endCall(trace, lane, said.nanos);
      if (isSeenAtItsEnd(trace, kind, said.operation)) addInstant(trace, lane, kind, said);
      return true;
    case kinds.CALL_MADE:
      if (trace.roleOf(said.operation) === kinds.ROLE_NEW_CONDITION && said.argument > 0) {
        trace.objectTrack(said.argument).lock = said.object;
      }
      addInstant(trace, lane, kind, said);
      return true;
    case kinds.THREAD_STARTED:
      if (said.argument > 0) {
        const started = trace.laneTrack(said.argument);
        started.startedNanos = said.nanos;
        started.startedSite = said.site;
      }
      addInstant(trace, lane, kind, said);
      return true;
    case kinds.UNPARKED:
    case kinds.MONITOR_NOTIFIED:
    case kinds.THREAD_INTERRUPTED:
    case kinds.THREAD_YIELDED:
    case kinds.OUTPUT_WRITTEN:
      addInstant(trace, lane, kind, said);
      return true;
    default:
      return false;
  }
}

/** Whether the end of a call is worth a mark: a put that never waited is seen by nothing else. @param {Trace} trace @param {number} kind @param {number} operation @returns {boolean} */
function isSeenAtItsEnd(trace, kind, operation) {
  return kind !== kinds.CALL_ENDED || trace.roleOf(operation) === kinds.ROLE_WAIT;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} kind @param {Said} said */
function beginSpan(trace, lane, kind, said) {
  if (lane.openSpan >= 0) {
    lane.nested++;
    return;
  }
  let { operation, object, site } = said;
  let role = -1;
  if (kind === kinds.PARK_BEGAN && lane.calls.length > 0) {
    // Parks happen deep in the JDK; the call the user wrote says what for and where.
    const top = lane.calls.length - 3;
    operation = lane.calls.at(top);
    role = trace.roleOf(operation);
    object = lane.calls.at(top + 1) || object;
    site = site || lane.calls.at(top + 2);
  }
  const state = stateInside(kind, role);
  const row = trace.spans.add(said.nanos, lane.id, kind, state, operation, object, site, said.argument);
  trace.spans.sumBefore(row, lane.shown.last());
  lane.shown.push(row);
  lane.openSpan = row;
  if (object > 0) trace.objectTrack(object).waits.push(row);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} kind @param {number} nanos */
function endSpan(trace, lane, kind, nanos) {
  const row = lane.openSpan;
  if (row < 0) return;
  if (ENDS.get(trace.spans.kind[row]) === kind) closeSpan(trace, lane, nanos);
  else if (lane.nested > 0) lane.nested--;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} nanos */
function closeSpan(trace, lane, nanos) {
  const row = lane.openSpan;
  trace.spans.endNanos[row] = nanos;
  lane.openSpan = -1;
  lane.nested = 0;
  if (trace.spans.state[row] !== ENTERING) return;
  // Who held the monitor may be in a batch still to come: `settle` asks.
  lane.shown.drop();
  lane.freeEntries.push(row);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {Said} said */
function beginCall(trace, lane, said) {
  lane.calls.push(said.operation);
  lane.calls.push(said.object);
  lane.calls.push(said.site);
  if (trace.roleOf(said.operation) === kinds.ROLE_CONDITION_WAIT) {
    suspend(trace, lane, lockOf(trace, lane, said.object), said.nanos);
  }
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} nanos */
function endCall(trace, lane, nanos) {
  if (lane.calls.length === 0) return;
  const top = lane.calls.length - 3;
  const operation = lane.calls.at(top);
  const object = lane.calls.at(top + 1);
  lane.calls.length = top;
  if (trace.roleOf(operation) === kinds.ROLE_CONDITION_WAIT) {
    resume(trace, lane, lockOf(trace, lane, object), nanos);
  }
}

/**
 * The lock of a condition. The record that says so may come in another lane's later batch; a thread that waits on a
 * condition holds its lock, so the lock it took last is the answer until then.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} condition
 * @returns {number}
 */
function lockOf(trace, lane, condition) {
  const lock = trace.objectTrack(condition).lock;
  return lock > 0 && lane.held?.has(lock) ? lock : lane.lastLock;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {number} nanos */
function acquire(trace, lane, object, nanos) {
  if (object <= 0) return;
  lane.held ??= new Map();
  let held = lane.held.get(object);
  if (held === undefined) {
    held = { count: 0, row: -1, level: 0, suspended: 0 };
    lane.held.set(object, held);
  }
  if (held.count++ === 0) openHold(trace, lane, object, held, nanos);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {number} nanos */
function release(trace, lane, object, nanos) {
  const held = lane.held?.get(object);
  if (held === undefined || held.count === 0) return;
  if (--held.count === 0) closeHold(trace, lane, held, nanos);
}

/** Lets go of all acquisitions for a wait. @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {number} nanos */
function suspend(trace, lane, object, nanos) {
  const held = lane.held?.get(object);
  if (held === undefined || held.count === 0) return;
  held.suspended = held.count;
  held.count = 0;
  closeHold(trace, lane, held, nanos);
}

/** Takes them all again. @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {number} nanos */
function resume(trace, lane, object, nanos) {
  const held = lane.held?.get(object);
  if (held === undefined || held.suspended === 0) return;
  held.count = held.suspended;
  held.suspended = 0;
  openHold(trace, lane, object, held, nanos);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {import('./lane-track.js').Held} held @param {number} nanos */
function openHold(trace, lane, object, held, nanos) {
  held.row = trace.holds.add(nanos, lane.id, object);
  trace.objectTrack(object).addHold(held.row, trace.holds);
  let level = 0;
  while (level < MAX_LEVELS && (lane.takenLevels & (1 << level)) !== 0) level++;
  held.level = level;
  if (level === MAX_LEVELS) return;
  lane.takenLevels |= 1 << level;
  while (lane.levels.length <= level) lane.levels.push(new IntList());
  lane.levels[level].push(held.row);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {import('./lane-track.js').Held} held @param {number} nanos */
function closeHold(trace, lane, held, nanos) {
  trace.holds.endNanos[held.row] = nanos;
  if (held.level < MAX_LEVELS) lane.takenLevels &= ~(1 << held.level);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} kind @param {Said} said */
function addInstant(trace, lane, kind, said) {
  const row = trace.instants.add(
    said.nanos,
    kind,
    said.operation,
    lane.id,
    said.object,
    said.site,
    said.argument,
  );
  lane.instants.push(row);
  if (kind === kinds.UNPARKED && said.argument > 0) {
    const target = trace.laneTrack(said.argument);
    target.unparks.add(row, trace.instants.nanos);
  } else if (said.object > 0 && kind !== kinds.OUTPUT_WRITTEN) {
    trace.objectTrack(said.object).wakes.add(row, trace.instants.nanos);
  }
}
