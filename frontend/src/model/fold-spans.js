/** @import { Said } from './fold.js' */
/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import * as kinds from './event-kinds.js';
import { CALL_WORDS } from './fold-calls.js';
import { own } from './lane-track.js';
import { ENTERING, stateInside } from './states.js';

/** The kind of record that ends a span, by the kind that begins it. */
const ENDS = new Map([
  [kinds.SLEEP_BEGAN, kinds.SLEEP_ENDED],
  [kinds.JOIN_BEGAN, kinds.JOIN_ENDED],
  [kinds.PARK_BEGAN, kinds.PARK_ENDED],
  [kinds.MONITOR_ENTER_BEGAN, kinds.MONITOR_ENTERED],
  [kinds.MONITOR_WAIT_BEGAN, kinds.MONITOR_WAIT_ENDED],
  [kinds.CLASS_USE_BEGAN, kinds.CLASS_USE_ENDED],
]);

/** @param {Trace} trace @param {LaneTrack} lane @param {number} kind @param {Said} said */
export function beginSpan(trace, lane, kind, said) {
  // Whatever a thread does next, it is through with waiting for the class: it runs the initialiser itself.
  endClassUse(trace, lane, said.nanos);
  if (lane.openSpan >= 0) {
    if (kind !== kinds.CLASS_USE_BEGAN) lane.nested++;
    return;
  }
  let { operation, object, site } = said;
  let role = -1;
  if (kind === kinds.PARK_BEGAN && lane.calls.length > 0) {
    // Parks happen deep in the JDK; the call the user wrote says what for and where.
    const top = lane.calls.length - CALL_WORDS;
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
  if (object > 0) trace.objectTrack(object).add('waits', row, trace.spans.startNanos);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} kind @param {number} nanos */
export function endSpan(trace, lane, kind, nanos) {
  const row = lane.openSpan;
  if (row < 0) return;
  if (ENDS.get(trace.spans.kind[row]) === kind) closeSpan(trace, lane, nanos);
  else if (lane.nested > 0) lane.nested--;
}

/** Ends the use of a class, if that is what the lane is in. @param {Trace} trace @param {LaneTrack} lane @param {number} nanos */
export function endClassUse(trace, lane, nanos) {
  const row = lane.openSpan;
  if (row >= 0 && trace.spans.kind[row] === kinds.CLASS_USE_BEGAN) closeSpan(trace, lane, nanos);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} nanos */
export function closeSpan(trace, lane, nanos) {
  const row = lane.openSpan;
  trace.spans.endNanos[row] = nanos;
  lane.openSpan = -1;
  lane.nested = 0;
  if (trace.spans.state[row] !== ENTERING) return;
  // Who was in the way may be in a batch still to come: `settle` asks.
  lane.shown.drop();
  lane.freeEntries = own(lane.freeEntries);
  lane.freeEntries.push(row);
}
