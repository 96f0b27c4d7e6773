/** @import { TimeScale } from '../base/time-scale.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Trace } from '../model/trace.js' */
/** @import { LaneShape } from './geometry.js' */
/** @import { LanePicture } from './lane-walk.js' */
/** @import { Palette } from './palette.js' */
/** @import { PixelSurface } from './pixel-surface.js' */
import { firstAbove } from '../base/int-list.js';
import * as kinds from '../model/event-kinds.js';
import { RUNNING, STARTED, STILL_STATES } from '../model/states.js';
import { HOLD_LEVELS } from './geometry.js';
import { SHARES } from './lane-walk.js';
import { lookOf, packed } from './palette.js';
import { tileOf } from './patterns.js';

/** Bottom to top in a column: what hurts is on top. */
const COLUMN_STATES = [RUNNING, ...STILL_STATES];

/** A palette as pixels, and how many device pixels one CSS pixel has. */
export class Paints {
  /** @param {Palette} palette @param {number} ratio */
  constructor(palette, ratio) {
    this.palette = palette;
    this.ratio = ratio;
    /** Patterns are drawn twice as large on dense screens. */
    this.zoom = ratio >= 1.5 ? 1 : 0;
    /** @type {Uint32Array[]} */
    this.tiles = [];
    /** @type {number[]} */
    this.edges = [];
    for (let state = STARTED; state <= 6; state++) {
      const look = lookOf(palette, state);
      this.tiles.push(tileOf(state, packed(look.fill), packed(look.mark)));
      this.edges.push(packed(look.edge));
    }
    /** One for each share of a column. */
    this.columns = COLUMN_STATES.map((state) => packed(lookOf(palette, state).fill));
    this.holds = palette.holds.map(packed);
    this.surface = packed(palette.surface);
    this.stripe = packed(palette.stripe);
    this.line = packed(palette.line);
    this.grid = packed(palette.grid);
    this.text = packed(palette.text);
    this.instant = packed(palette.instant);
    this.faint = packed(palette.faint);
    this.after = packed(palette.after);
  }

  /** @param {number} css @returns {number} device pixels */
  px(css) {
    return Math.round(css * this.ratio);
  }
}

/**
 * Paints the bar of one lane.
 * @param {PixelSurface} surface
 * @param {LanePicture} picture
 * @param {Paints} paints
 * @param {LaneShape} shape
 * @param {number} left device pixels, where time begins
 * @param {number} laneTop device pixels
 * @param {number} background of the lane
 */
export function paintBar(surface, picture, paints, shape, left, laneTop, background) {
  const top = laneTop + paints.px(shape.barTop);
  const height = paints.px(shape.barHeight);
  paintColumns(surface, picture, paints, left, top, height);
  for (let i = 0; i < picture.rects; i++) {
    const state = picture.rectState[i];
    const x0 = left + Math.round(picture.rectLeft[i]);
    const x1 = left + Math.round(picture.rectRight[i]);
    const origin = left + Math.round(picture.rectOrigin[i]);
    paintRect(surface, paints, state, x0, top, x1 - x0, height, origin, background);
  }
}

/**
 * @param {PixelSurface} surface
 * @param {Paints} paints
 * @param {number} state
 * @param {number} x
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @param {number} origin
 * @param {number} background
 */
function paintRect(surface, paints, state, x, top, width, height, origin, background) {
  const edge = paints.edges[state];
  const tile = paints.tiles[state];
  const line = Math.max(1, Math.round(paints.ratio));
  surface.tile(x, top, width, height, tile, origin, paints.zoom);
  surface.fill(x, top, width, line, edge);
  surface.fill(x, top + height - line, width, line, edge);
  if (origin >= x - 1) surface.fill(x, top, line, height, edge);
  surface.fill(x + width - line, top, line, height, edge);
  if (width < 6 * line) return;
  // One pixel off each corner makes neighbours tell apart.
  for (const cornerX of [x, x + width - line]) {
    surface.fill(cornerX, top, line, line, background);
    surface.fill(cornerX, top + height - line, line, line, background);
  }
}

/** For each column, the height at which each share begins, from the bar's top. */
let tops = new Uint8Array(0);

/**
 * Paints the columns row by row: down a column each pixel would be in another part of memory.
 * @param {PixelSurface} surface
 * @param {LanePicture} picture
 * @param {Paints} paints
 * @param {number} left
 * @param {number} top
 * @param {number} height
 */
function paintColumns(surface, picture, paints, left, top, height) {
  const { columns, columnX, columnShares } = picture;
  if (columns === 0) return;
  if (tops.length < columns * SHARES) tops = new Uint8Array(columns * SHARES * 2);
  const least = paints.zoom + 1;
  for (let i = 0; i < columns; i++) {
    let bottom = height;
    for (let s = i * SHARES; s < (i + 1) * SHARES; s++) {
      const share = columnShares[s];
      // However short it was, what happened leaves a pixel.
      if (share > 0) bottom -= Math.min(bottom, Math.max(least, Math.round(share * height)));
      tops[s] = bottom;
    }
  }
  const colours = paints.columns;
  const { pixels, width } = surface;
  const y1 = Math.min(height, surface.height - top);
  for (let y = Math.max(0, -top); y < y1; y++) {
    const base = (top + y) * width + left;
    for (let i = 0; i < columns; i++) {
      const first = i * SHARES;
      let s = 0;
      while (s < SHARES && tops[first + s] > y) s++;
      if (s < SHARES) pixels[base + columnX[i]] = colours[s];
    }
  }
}

/**
 * Paints what a lane holds: a thin bar under it for each monitor and lock.
 * @param {PixelSurface} surface
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {TimeScale} scale
 * @param {Paints} paints
 * @param {LaneShape} shape
 * @param {number} left
 * @param {number} laneTop
 */
export function paintHolds(surface, trace, lane, scale, paints, shape, left, laneTop) {
  const { holds } = trace;
  const laneEnd = lane.hasEnded ? lane.endedNanos : trace.endNanos;
  for (let level = 0; level < Math.min(lane.levels.length, HOLD_LEVELS); level++) {
    const { data, length } = lane.levels[level];
    const top = laneTop + paints.px(shape.holdTop + level * shape.holdStep);
    const height = paints.px(shape.holdHeight);
    let i = firstAbove(data, holds.endNanos, 0, length, scale.startNanos);
    while (i < length) {
      const row = data[i];
      const x = Math.round(Math.max(0, scale.toPx(holds.startNanos[row])));
      if (x >= scale.widthPx) break;
      const end = Math.round(Math.min(scale.widthPx, scale.toPx(Math.min(laneEnd, holds.endNanos[row]))));
      const right = Math.max(x + 1, end);
      const colour = paints.holds[holds.object[row] % paints.holds.length] ?? paints.text;
      surface.fill(left + x, top, right - x, height, colour);
      // What ends within the pixels already painted can't be seen.
      i = firstAbove(data, holds.endNanos, i + 1, length, scale.toNanos(right));
    }
  }
}

/**
 * Paints the instants above a bar: a tick each, with a shape where there is room.
 * @param {PixelSurface} surface
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {TimeScale} scale
 * @param {Paints} paints
 * @param {LaneShape} shape
 * @param {number} left
 * @param {number} laneTop
 */
export function paintInstants(surface, trace, lane, scale, paints, shape, left, laneTop) {
  const { instants } = trace;
  const { data, length } = lane.instants;
  const unit = Math.max(1, Math.round(paints.ratio));
  const top = laneTop + paints.px(shape.tickTop);
  const height = paints.px(shape.tickHeight);
  let i = firstAbove(data, instants.nanos, 0, length, scale.startNanos - 1);
  let freeX = -Infinity;
  while (i < length) {
    const row = data[i];
    const x = Math.round(scale.toPx(instants.nanos[row]));
    if (x >= scale.widthPx) break;
    if (x - freeX >= 3 * unit) {
      paintShape(surface, shapeOf(instants.kind[row]), left + x, top, unit, paints.instant, left);
      freeX = x;
    } else {
      surface.fill(left + x, top + height - 2 * unit, 1, unit, paints.faint);
    }
    i = firstAbove(data, instants.nanos, i + 1, length, scale.toNanos(x + 0.5));
  }
}

const TRIANGLE_DOWN = ['#####', '#####', '.###.', '.###.', '..#..'];
const TRIANGLE_RIGHT = ['#....', '###..', '#####', '###..', '#....'];
const DOT = ['.....', '.###.', '.###.', '.###.', '.....'];
const DIAMOND = ['..#..', '.###.', '#####', '.###.', '..#..'];
const CROSS = ['#...#', '.#.#.', '..#..', '.#.#.', '#...#'];

/** @type {Record<number, string[]>} */
const SHAPES = {
  [kinds.THREAD_STARTED]: TRIANGLE_RIGHT,
  [kinds.THREAD_INTERRUPTED]: CROSS,
  [kinds.LOCK_FAILED]: CROSS,
  [kinds.CALL_THREW]: CROSS,
  [kinds.OUTPUT_WRITTEN]: DOT,
  [kinds.UNPARKED]: TRIANGLE_DOWN,
  [kinds.MONITOR_NOTIFIED]: TRIANGLE_DOWN,
};

/** @param {number} kind @returns {string[]} */
function shapeOf(kind) {
  return SHAPES[kind] ?? DIAMOND;
}

/** @param {PixelSurface} surface @param {string[]} shape @param {number} x @param {number} top @param {number} unit @param {number} colour @param {number} least */
function paintShape(surface, shape, x, top, unit, colour, least) {
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 5; column++) {
      const at = x + (column - 2) * unit;
      if (shape[row]?.[column] === '#' && at >= least) surface.fill(at, top + row * unit, unit, unit, colour);
    }
  }
}
