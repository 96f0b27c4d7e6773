/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import * as kinds from './event-kinds.js';
import * as bands from './fold-bands.js';
import { acquire, openClass, closeClass, release, resume, suspend } from './fold-holds.js';
import { addInstant, beginCall, endCall, made } from './fold-calls.js';
import { beginSpan, closeSpan, endClassUse, endSpan } from './fold-spans.js';
import { HELD_ALONE, HELD_SHARED } from './hold-history.js';

/*
 * What each record does to its lane. A lane's own records come in order, so its spans and holds can be built at once;
 * what depends on other lanes (who held the monitor?) is asked later, of lists sorted by time.
 */

/** What a record says, apart from its lane. @typedef {{nanos: number, operation: number, object: number, site: number, argument: number}} Said */

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
      if (lane.bands !== null) bands.endLane(trace, lane.bands, said.nanos);
      lane.endedNanos = said.nanos;
      return true;
    case kinds.JOIN_BEGAN:
      said.argument %= JOIN_BOUNDED;
      beginSpan(trace, lane, kind, said);
      return true;
    case kinds.SLEEP_BEGAN:
    case kinds.PARK_BEGAN:
    case kinds.MONITOR_ENTER_BEGAN:
    case kinds.CLASS_USE_BEGAN:
      beginSpan(trace, lane, kind, said);
      return true;
    case kinds.SLEEP_ENDED:
    case kinds.JOIN_ENDED:
    case kinds.PARK_ENDED:
      endSpan(trace, lane, kind, said.nanos);
      return true;
    case kinds.MONITOR_ENTERED:
      endSpan(trace, lane, kind, said.nanos);
      acquire(trace, lane, said.object, said.nanos, HELD_ALONE, 1);
      return true;
    case kinds.MONITOR_EXITED:
      release(trace, lane, said.object, said.nanos, HELD_ALONE, 1);
      return true;
    case kinds.LOCK_RELEASED:
      release(trace, lane, said.object, said.nanos, sharing(trace, said.operation), 1);
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
      endCall(trace, lane, kind, said);
      acquire(trace, lane, said.object, said.nanos, sharing(trace, said.operation), 1);
      lane.lastLock = said.object;
      return true;
    case kinds.LOCK_FAILED:
    case kinds.CALL_ENDED:
    case kinds.CALL_THREW:
      endCall(trace, lane, kind, said);
      return true;
    case kinds.CALL_MADE:
      made(trace, lane, said);
      return true;
    case kinds.THREAD_STARTED:
      bands.startLane(trace, lane, said);
      addInstant(trace, lane, kind, said);
      return true;
    case kinds.UNPARKED:
    case kinds.MONITOR_NOTIFIED:
    case kinds.THREAD_INTERRUPTED:
    case kinds.THREAD_YIELDED:
    case kinds.OUTPUT_WRITTEN:
    case kinds.TASK_SUBMITTED:
      addInstant(trace, lane, kind, said);
      return true;
    case kinds.PREEMPTED:
      addInstant(trace, lane, kind, said);
      trace.hasPreemptions = true;
      return true;
    case kinds.TASK_BEGAN:
      bands.beginTask(trace, lane, said);
      addInstant(trace, lane, kind, said);
      return true;
    case kinds.TASK_ENDED:
      bands.endTask(trace, lane, said);
      return true;
    case kinds.MOUNTED:
      bands.mount(trace, lane, said);
      return true;
    case kinds.UNMOUNTED:
      bands.unmount(trace, lane, said.nanos);
      return true;
    case kinds.PINNED_BEGAN:
      bands.pin(trace, lane, said);
      addInstant(trace, lane, kind, said);
      return true;
    case kinds.PINNED_ENDED:
      bands.unpin(trace, lane, said.nanos);
      return true;
    case kinds.CLASS_USE_ENDED:
      endClassUse(trace, lane, said.nanos);
      return true;
    case kinds.CLASS_INIT_BEGAN:
      endClassUse(trace, lane, said.nanos);
      openClass(trace, lane, said.object, said.nanos);
      addInstant(trace, lane, kind, said);
      return true;
    case kinds.CLASS_INIT_ENDED:
      closeClass(trace, lane, said.object, said.nanos);
      return true;
    default:
      return false;
  }
}

/** @param {Trace} trace @param {number} operation @returns {number} how the lock is held */
function sharing(trace, operation) {
  const role = trace.roleOf(operation);
  return role >= kinds.ROLE_LOCK_SHARED && role <= kinds.ROLE_UNLOCK_SHARED ? HELD_SHARED : HELD_ALONE;
}
