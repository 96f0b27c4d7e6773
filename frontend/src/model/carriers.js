/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';

/* Which virtual thread is on which carrier, and which could not get off. */

/**
 * The carrier a virtual thread is on.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} nanos
 * @returns {number | null} its lane; 0 none; null when carriers of this lane were not seen
 */
export function carrierAt(trace, lane, nanos) {
  const mounts = lane.bands?.mounts;
  if (mounts === undefined || mounts.length === 0) return null;
  const { startNanos, endNanos } = trace.mounts;
  const row = mounts.at(firstAbove(mounts.data, endNanos, 0, mounts.length, nanos));
  return row >= 0 && startNanos[row] <= nanos ? trace.mounts.object[row] : 0;
}

/**
 * The virtual thread a carrier carries.
 * @param {Trace} trace
 * @param {LaneTrack} carrier
 * @param {number} nanos
 * @returns {number} row of a mount, or -1
 */
export function carriedAt(trace, carrier, nanos) {
  const { startNanos, endNanos } = trace.mounts;
  const carried = carrier.bands?.carried.inOrder(startNanos);
  if (carried === undefined) return -1;
  const row = carried.at(firstAbove(carried.data, startNanos, 0, carried.length, nanos) - 1);
  return row >= 0 && endNanos[row] > nanos ? row : -1;
}

/** @param {Trace} trace @param {LaneTrack} lane @param {number} fromNanos @param {number} toNanos @returns {number} the first pin between two moments, or -1 */
export function pinBetween(trace, lane, fromNanos, toNanos) {
  const pins = lane.bands?.pins;
  if (pins === undefined || pins.length === 0) return -1;
  const row = pins.at(firstAbove(pins.data, trace.pins.endNanos, 0, pins.length, fromNanos));
  return row >= 0 && trace.pins.startNanos[row] < toNanos ? row : -1;
}

const WHY = ['', 'inside code that must not be left', 'native code on the stack', 'a monitor'];

/** Why a thread is pinned, by the argument of PINNED_BEGAN. @param {number} why @returns {string} */
export function pinText(why) {
  const reason = WHY[why] ?? '';
  return reason === '' ? 'pinned to its carrier' : `pinned to its carrier: ${reason}`;
}
