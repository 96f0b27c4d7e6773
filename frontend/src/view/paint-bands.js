/** @import { IntList } from '../base/int-list.js' */
/** @import { TimeScale } from '../base/time-scale.js' */
/** @import { BandTable } from '../model/band-table.js' */
/** @import { LaneBands, LaneTrack } from '../model/lane-track.js' */
/** @import { Trace } from '../model/trace.js' */
/** @import { LaneShape } from './geometry.js' */
/** @import { Paints } from './paints.js' */
/** @import { PixelSurface } from './pixel-surface.js' */
import { firstAbove } from '../base/int-list.js';
import { HELD_CLASS, HELD_SHARED } from '../model/hold-history.js';
import { HOLD_LEVELS } from './geometry.js';

/**
 * Where a lane is painted; all in device pixels.
 * @typedef {object} Place
 * @property {PixelSurface} surface
 * @property {Trace} trace
 * @property {LaneTrack} lane
 * @property {TimeScale} scale
 * @property {Paints} paints
 * @property {LaneShape} shape
 * @property {number} left where time begins
 * @property {number} top of the lane
 */

/**
 * Goes through the bands of a list that can be told apart: what ends within the pixels already painted can't be seen.
 * @param {Place} place
 * @param {BandTable} table
 * @param {IntList} list in time order, not overlapping
 * @param {number} endNanos where open bands end
 * @param {(row: number, x: number, width: number, origin: number) => void} each `origin` is where the band starts, which may lie outside
 */
function walkBands({ scale }, table, list, endNanos, each) {
  const { data, length } = list;
  let i = firstAbove(data, table.endNanos, 0, length, scale.startNanos);
  while (i < length) {
    const row = data[i];
    const origin = Math.round(scale.toPx(table.startNanos[row]));
    const x = Math.max(0, origin);
    if (x >= scale.widthPx) break;
    const end = Math.round(Math.min(scale.widthPx, scale.toPx(Math.min(endNanos, table.endNanos[row]))));
    const right = Math.max(x + 1, end);
    each(row, x, right - x, origin);
    i = firstAbove(data, table.endNanos, i + 1, length, scale.toNanos(right));
  }
}

/** @param {Place} place @returns {number} where open bands of the lane end */
function openEnd({ lane, trace }) {
  return lane.hasEnded ? lane.endedNanos : trace.endNanos;
}

/** What a lane holds: a thin bar under it for each, dotted where it shares it, with feet where it initialises a class. @param {Place} place */
export function paintHolds(place) {
  const { surface, trace, lane, paints, shape, left } = place;
  const { holds } = trace;
  const height = paints.px(shape.holdHeight);
  for (let level = 0; level < Math.min(lane.levels.length, HOLD_LEVELS); level++) {
    const top = place.top + paints.px(shape.holdTop + level * shape.holdStep);
    walkBands(place, holds, lane.levels[level], openEnd(place), (row, x, width, origin) => {
      const how = holds.how[row];
      const colour = how === HELD_CLASS ? paints.text : paints.holds[holds.object[row] % paints.holds.length];
      if (how === HELD_SHARED) dashes(surface, left + x, top, width, height, colour, left + origin);
      else surface.fill(left + x, top, width, height, colour);
      if (how === HELD_CLASS && width > 3 * height) {
        surface.fill(left + x, top - height, height, height, colour);
        surface.fill(left + x + width - height, top - height, height, height, colour);
      }
    });
  }
}

/** @param {PixelSurface} surface @param {number} x @param {number} top @param {number} width @param {number} height @param {number} colour @param {number} phase */
function dashes(surface, x, top, width, height, colour, phase) {
  const dash = 3 * height;
  for (let at = x; at < x + width; at++) {
    if ((at - phase) % (dash + height) < dash) surface.fill(at, top, 1, height, colour);
  }
}

/** The tasks a lane runs: a thin strip over the bar for each, tasks inside tasks below. @param {Place} place @param {LaneBands} bands */
export function paintTasks(place, bands) {
  const { surface, trace, paints, shape, left } = place;
  const height = paints.px(shape.taskHeight);
  const gap = Math.max(1, Math.round(paints.ratio));
  for (let level = 0; level < Math.min(trace.taskLevels, bands.tasks.length); level++) {
    const list = /** @type {IntList} */ (bands.tasks[level]);
    const top = place.top + paints.px(shape.taskTop + level * shape.taskStep);
    walkBands(place, trace.tasks, list, openEnd(place), (row, x, width) => {
      const colour = paints.tasks[row % paints.tasks.length] ?? paints.text;
      // A gap between two tasks that follow each other.
      surface.fill(left + x, top, width > 3 * gap ? width - gap : width, height, colour);
    });
  }
}

/** When a virtual thread is on a carrier: a line along the foot of its bar. @param {Place} place @param {LaneBands} bands */
export function paintMounts(place, bands) {
  const { surface, trace, paints, shape, left } = place;
  if (bands.mounts.length === 0) return;
  const top = place.top + paints.px(shape.barTop + shape.barHeight);
  const height = Math.max(1, paints.px(1));
  walkBands(place, trace.mounts, bands.mounts, openEnd(place), (_row, x, width) => {
    surface.fill(left + x, top, width, height, paints.carried.edge);
  });
}

/** When a virtual thread can't get off its carrier: hatching over the bar. @param {Place} place @param {LaneBands} bands */
export function paintPins(place, bands) {
  const { surface, trace, paints, shape, left } = place;
  if (bands.pins.length === 0) return;
  const top = place.top + paints.px(shape.barTop);
  const height = paints.px(shape.barHeight);
  const thick = Math.max(1, paints.px(2));
  walkBands(place, trace.pins, bands.pins, openEnd(place), (_row, x, width, origin) => {
    surface.hatch(left + x, top, width, height, paints.pin, left + origin, paints.zoom);
    surface.fill(left + x, top - thick, width, thick, paints.pin);
    surface.fill(left + x, top + height, width, thick, paints.pin);
  });
}

/**
 * What a carrier carries: a rectangle for each virtual thread.
 * @param {Place} place
 * @param {LaneBands} bands
 * @param {number} leastPx a rectangle this wide has room for a name
 * @param {(mount: number, x: number, width: number) => void} named is told of those
 */
export function paintCarried(place, bands, leastPx, named) {
  const { surface, trace, paints, shape, left } = place;
  const list = bands.carried.inOrder(trace.mounts.startNanos);
  const top = place.top + paints.px(shape.barTop);
  const height = paints.px(shape.barHeight);
  const line = Math.max(1, Math.round(paints.ratio));
  const { fill, edge } = paints.carried;
  walkBands(place, trace.mounts, list, trace.endNanos, (row, x, width) => {
    if (width >= leastPx) named(row, x, width);
    surface.fill(left + x, top, width, height, fill);
    if (width < 3 * line) return;
    surface.fill(left + x, top, width, line, edge);
    surface.fill(left + x, top + height - line, width, line, edge);
    surface.fill(left + x, top, line, height, edge);
    surface.fill(left + x + width - line, top, line, height, edge);
  });
}
