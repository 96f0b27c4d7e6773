/** @import { IntList } from '../base/int-list.js' */
/** @import { Slice } from '../model/slices.js' */
/** @import { LaneGroup } from '../model/lane-groups.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Frame } from './frame.js' */
import { firstAbove } from '../base/int-list.js';
import { carriedAt } from '../model/carriers.js';
import { sliceAt } from '../model/slices.js';
import * as geometry from './geometry.js';

/** @type {Hit} */
const NOTHING = {
  lane: null,
  group: null,
  slice: null,
  instant: -1,
  hold: -1,
  task: -1,
  mount: -1,
  nanos: 0,
  isHeader: false,
};

/** How near the pointer must be to an instant. */
const NEAR_PX = 5;

/**
 * What lies at a point.
 * @typedef {object} Hit
 * @property {LaneTrack | null} lane
 * @property {LaneGroup | null} group
 * @property {Slice | null} slice
 * @property {number} instant row, or -1
 * @property {number} hold row of a lock's bar, or -1
 * @property {number} task row of a task's strip, or -1
 * @property {number} mount row of what a carrier carries, or -1
 * @property {number} nanos
 * @property {boolean} isHeader on a lane's name
 */

/**
 * @param {Frame} frame
 * @param {number} x CSS pixels on the canvas
 * @param {number} y
 * @returns {Hit}
 */
export function hitTest(frame, x, y) {
  const { trace, scale, shape, headerPx, scrollPx } = frame;
  const index = geometry.laneIndexAt(shape, y, scrollPx, frame.rows.count);
  const { lane, group } = frame.rows.at(index) ?? NOTHING;
  const nanos = scale.toNanos(x - headerPx);
  /** @type {Hit} */
  const hit = { ...NOTHING, lane, group, nanos, isHeader: x < headerPx };
  if (lane === null || hit.isHeader) return hit;
  const inside = y - geometry.laneTop(shape, index, scrollPx);
  if (inside < shape.memoryTop) hit.instant = instantNear(frame, lane.instants, nanos);
  else if (inside < shape.taskTop && lane.memory !== null)
    hit.instant = instantNear(frame, lane.memory.rows, nanos);
  else if (inside < shape.barTop) hit.task = taskNear(frame, lane, nanos, inside);
  else if (inside < shape.holdTop - 1) hit.mount = carriedAt(trace, lane, nanos);
  if (inside >= shape.holdTop - 1) hit.hold = holdAt(frame, lane, nanos, inside);
  if (nanos <= trace.endNanos) hit.slice = sliceNear(frame, lane, nanos);
  return hit;
}

/** The slice under the pointer; where several share a pixel, one that waits rather than one that runs. @param {Frame} frame @param {LaneTrack} lane @param {number} nanos @returns {Slice | null} */
function sliceNear(frame, lane, nanos) {
  const reach = 1 / frame.scale.pxPerNano;
  const found = sliceAt(frame.trace, lane, nanos);
  if (found !== null && found.row >= 0) return found;
  if (found !== null && (found.endNanos ?? Infinity) - found.startNanos > 3 * reach) return found;
  return sliceAt(frame.trace, lane, nanos - reach) ?? found ?? sliceAt(frame.trace, lane, nanos + reach);
}

/** @param {Frame} frame @param {IntList} list rows of instants @param {number} nanos @returns {number} */
function instantNear(frame, list, nanos) {
  const { instants } = frame.trace;
  const next = firstAbove(list.data, instants.nanos, 0, list.length, nanos);
  let best = -1;
  let bestPx = NEAR_PX;
  for (const i of [next - 1, next]) {
    const row = list.at(i);
    if (row < 0) continue;
    const px = Math.abs(instants.nanos[row] - nanos) * frame.scale.pxPerNano;
    if (px <= bestPx) {
      best = row;
      bestPx = px;
    }
  }
  return best;
}

/** @param {Frame} frame @param {LaneTrack} lane @param {number} nanos @param {number} inside height within the lane @returns {number} */
function taskNear(frame, lane, nanos, inside) {
  const list = lane.bands?.tasks[Math.floor((inside - frame.shape.taskTop) / frame.shape.taskStep)];
  if (list === undefined) return -1;
  const { startNanos, endNanos } = frame.trace.tasks;
  // A task narrower than a pixel is still one under the pointer.
  const reach = 1 / frame.scale.pxPerNano;
  const row = list.at(firstAbove(list.data, endNanos, 0, list.length, nanos - reach));
  return row >= 0 && startNanos[row] <= nanos + reach ? row : -1;
}

/** @param {Frame} frame @param {LaneTrack} lane @param {number} nanos @param {number} inside height within the lane @returns {number} */
function holdAt(frame, lane, nanos, inside) {
  const level = Math.min(
    lane.levels.length - 1,
    Math.floor((inside - frame.shape.holdTop + 1) / frame.shape.holdStep),
  );
  const list = lane.levels[level];
  if (list === undefined) return -1;
  const { holds } = frame.trace;
  const row = list.at(firstAbove(list.data, holds.endNanos, 0, list.length, nanos));
  return row >= 0 && holds.startNanos[row] <= nanos ? row : -1;
}
