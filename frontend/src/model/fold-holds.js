/** @import { LaneTrack, Held } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { IntList } from '../base/int-list.js';
import { HELD_ALONE, HELD_CLASS, HELD_PERMITS, HELD_SHARED } from './hold-history.js';
import { MAX_LEVELS } from './lane-track.js';

/* What a lane takes and gives up: monitors, locks alone or with others, permits, classes it initialises. */

/**
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} object
 * @param {number} nanos
 * @param {number} how
 * @param {number} amount of permits; 1 for what is not counted
 */
export function acquire(trace, lane, object, nanos, how, amount) {
  if (object <= 0 || !(amount > 0)) return;
  const held = heldOf(lane, object);
  held.count += amount;
  if (how === HELD_SHARED) held.shared += amount;
  if (held.count === amount) openHold(trace, lane, object, held, how, nanos);
}

/**
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} object
 * @param {number} nanos
 * @param {number} how
 * @param {number} amount
 */
export function release(trace, lane, object, nanos, how, amount) {
  const held = lane.held?.get(object);
  const count = held?.count ?? 0;
  if (how === HELD_PERMITS && object > 0 && amount > count) {
    // Someone else took what this lane gives: whose it was can't be known.
    trace.objectTrack(object).ownHolds().isHandedOn = true;
  }
  if (held === undefined || count === 0) return;
  const wasAlone = held.count > held.shared;
  held.count = Math.max(0, held.count - amount);
  held.shared = Math.min(held.count, Math.max(0, held.shared - (how === HELD_SHARED ? amount : 0)));
  if (held.count === 0) {
    closeHold(trace, lane, held, nanos);
  } else if (how === HELD_ALONE && wasAlone && held.count === held.shared) {
    // A writer that has become a reader.
    closeHold(trace, lane, held, nanos);
    openHold(trace, lane, object, held, HELD_SHARED, nanos);
  }
}

/** Lets go of all acquisitions for a wait. @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {number} nanos */
export function suspend(trace, lane, object, nanos) {
  const held = lane.held?.get(object);
  if (held === undefined || held.count === 0) return;
  held.suspended = held.count;
  held.suspendedShared = held.shared;
  held.count = 0;
  held.shared = 0;
  closeHold(trace, lane, held, nanos);
}

/** Takes them all again. @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {number} nanos */
export function resume(trace, lane, object, nanos) {
  const held = lane.held?.get(object);
  if (held === undefined || held.suspended === 0) return;
  held.count = held.suspended;
  held.shared = held.suspendedShared;
  held.suspended = 0;
  openHold(trace, lane, object, held, held.count > held.shared ? HELD_ALONE : HELD_SHARED, nanos);
}

/** The lane begins to initialise a class. @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {number} nanos */
export function openClass(trace, lane, object, nanos) {
  if (object <= 0) return;
  const held = heldOf(lane, -object);
  if (held.count++ === 0) openHold(trace, lane, object, held, HELD_CLASS, nanos);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {number} nanos */
export function closeClass(trace, lane, object, nanos) {
  const held = lane.held?.get(-object);
  if (held === undefined || held.count === 0) return;
  if (--held.count === 0) closeHold(trace, lane, held, nanos);
}

/** @param {LaneTrack} lane @param {number} key the object; as a class, which is not its monitor, less than 0 @returns {Held} */
function heldOf(lane, key) {
  lane.held ??= new Map();
  let held = lane.held.get(key);
  if (held === undefined) {
    held = { count: 0, shared: 0, row: -1, level: 0, suspended: 0, suspendedShared: 0 };
    lane.held.set(key, held);
  }
  return held;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} object @param {Held} held @param {number} how @param {number} nanos */
function openHold(trace, lane, object, held, how, nanos) {
  held.row = trace.holds.add(nanos, lane.id, object, how);
  const track = trace.objectTrack(object);
  (how === HELD_CLASS ? track.ownInitialisations() : track.ownHolds()).add(held.row, trace.holds);
  let level = 0;
  while (level < MAX_LEVELS && (lane.takenLevels & (1 << level)) !== 0) level++;
  held.level = level;
  if (level === MAX_LEVELS) return;
  lane.takenLevels |= 1 << level;
  while (lane.levels.length <= level) lane.levels.push(new IntList());
  lane.levels[level].push(held.row);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {Held} held @param {number} nanos */
function closeHold(trace, lane, held, nanos) {
  trace.holds.endNanos[held.row] = nanos;
  if (held.level < MAX_LEVELS) lane.takenLevels &= ~(1 << held.level);
}
