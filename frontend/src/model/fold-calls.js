/** @import { Said } from './fold.js' */
/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import * as kinds from './event-kinds.js';
import { acquire, release, resume, suspend } from './fold-holds.js';
import { HELD_PERMITS } from './hold-history.js';
import { NO_ROWS } from './lane-track.js';
import { TimeOrder } from './time-order.js';

/** Operation, object and site of an open call. */
export const CALL_WORDS = 3;

/** @param {Trace} trace @param {LaneTrack} lane @param {Said} said */
export function beginCall(trace, lane, said) {
  lane.calls.push(said.operation);
  lane.calls.push(said.object);
  lane.calls.push(said.site);
  if (trace.roleOf(said.operation) === kinds.ROLE_CONDITION_WAIT) {
    suspend(trace, lane, lockOf(trace, lane, said.object), said.nanos);
  }
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} kind @param {Said} said */
export function endCall(trace, lane, kind, said) {
  if (lane.calls.length > 0) {
    const top = lane.calls.length - CALL_WORDS;
    const operation = lane.calls.at(top);
    const object = lane.calls.at(top + 1);
    lane.calls.length = top;
    if (trace.roleOf(operation) === kinds.ROLE_CONDITION_WAIT) {
      resume(trace, lane, lockOf(trace, lane, object), said.nanos);
    }
  }
  const role = trace.roleOf(said.operation);
  if (kind === kinds.CALL_ENDED && role === kinds.ROLE_ACQUIRE) {
    acquire(trace, lane, said.object, said.nanos, HELD_PERMITS, said.argument);
  }
  if (isSeenAtItsEnd(kind, role)) addInstant(trace, lane, kind, said);
}

/** Whether the end of a call is worth a mark: a put that never waited is seen by nothing else. @param {number} kind @param {number} role @returns {boolean} */
function isSeenAtItsEnd(kind, role) {
  if (kind === kinds.LOCK_ACQUIRED) return false;
  return kind !== kinds.CALL_ENDED || role === kinds.ROLE_WAIT;
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

/** CALL_MADE. @param {Trace} trace @param {LaneTrack} lane @param {Said} said */
export function made(trace, lane, said) {
  switch (trace.roleOf(said.operation)) {
    case kinds.ROLE_NEW_CONDITION:
      if (said.argument > 0) trace.objectTrack(said.argument).lock = said.object;
      break;
    case kinds.ROLE_TRY_ACQUIRE:
      acquire(trace, lane, said.object, said.nanos, HELD_PERMITS, said.argument);
      break;
    case kinds.ROLE_RELEASE:
      release(trace, lane, said.object, said.nanos, HELD_PERMITS, said.argument);
      break;
  }
  addInstant(trace, lane, kinds.CALL_MADE, said);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} kind @param {Said} said */
export function addInstant(trace, lane, kind, said) {
  const { nanos, operation, object, site, argument } = said;
  const row = trace.instants.add(nanos, kind, operation, lane.id, object, site, argument);
  lane.instants.push(row);
  if (kind === kinds.UNPARKED) {
    if (argument <= 0) return;
    const target = trace.laneTrack(argument);
    if (target.unparks === NO_ROWS) target.unparks = new TimeOrder();
    target.unparks.add(row, trace.instants.nanos);
  } else if (object > 0) {
    if (kind === kinds.TASK_SUBMITTED) trace.objectTrack(object).add('submits', row, trace.instants.nanos);
    else if (mayWake(trace, kind, operation))
      trace.objectTrack(object).add('wakes', row, trace.instants.nanos);
  }
}

/** Whether somebody else's wait may end by it. @param {Trace} trace @param {number} kind @param {number} operation @returns {boolean} */
function mayWake(trace, kind, operation) {
  if (kind === kinds.MONITOR_NOTIFIED || kind === kinds.CALL_ENDED) return true;
  if (kind !== kinds.CALL_MADE) return false;
  const role = trace.roleOf(operation);
  return role === kinds.ROLE_WAKE || role === kinds.ROLE_RELEASE || role === kinds.ROLE_TRY;
}
