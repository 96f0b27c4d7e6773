/** @import { TimeScale } from '../base/time-scale.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Trace } from '../model/trace.js' */
/** @import { ColumnCache } from './column-cache.js' */
import { firstAbove } from '../base/int-list.js';
import { RUNNING, STARTED, STILL_STATES } from '../model/states.js';

/*
 * What of a lane is to be drawn at a scale: rectangles for slices wide enough to be seen one by one, and for the rest one
 * column a pixel with the share of each state in it. A column asks the sums before two spans, whatever lies between, and
 * a step to the next searches outwards; so a lane costs its width, not its events.
 */

/** Slices at least this wide get a rectangle. In device pixels. */
export const MIN_RECT_PX = 3;

/** Shares in a column: running, then `STILL_STATES`. */
export const SHARES = STILL_STATES.length + 1;

/** Reused from lane to lane and frame to frame. */
export class LanePicture {
  constructor() {
    this.rects = 0;
    this.rectState = new Uint8Array(64);
    this.rectLeft = new Float64Array(64);
    this.rectRight = new Float64Array(64);
    /** Where the slice starts, which may lie left of what is seen. */
    this.rectOrigin = new Float64Array(64);
    /** Number of the slice in its lane. */
    this.rectIndex = new Int32Array(64);
    this.columns = 0;
    this.columnX = new Int32Array(64);
    this.columnShares = new Float32Array(64 * SHARES);
  }

  /** @param {number} widthPx */
  reset(widthPx) {
    const most = Math.ceil(widthPx) + 8;
    if (this.columnX.length < most) {
      this.rectState = new Uint8Array(most);
      this.rectLeft = new Float64Array(most);
      this.rectRight = new Float64Array(most);
      this.rectOrigin = new Float64Array(most);
      this.rectIndex = new Int32Array(most);
      this.columnX = new Int32Array(most);
      this.columnShares = new Float32Array(most * SHARES);
    }
    this.rects = 0;
    this.columns = 0;
  }

  /** @param {number} state @param {number} origin @param {number} left @param {number} right @param {number} index */
  rect(state, origin, left, right, index) {
    const n = this.rects++;
    this.rectState[n] = state;
    this.rectOrigin[n] = origin;
    this.rectLeft[n] = left;
    this.rectRight[n] = right;
    this.rectIndex[n] = index;
  }
}

const sumsAtLeft = new Float64Array(STILL_STATES.length);
const sumsAtRight = new Float64Array(STILL_STATES.length);

/** Columns of a lane with fewer spans are found as fast as they are kept. */
const MANY_SPANS = 1_000;
/** Farther out, numbers of columns are not exact. */
const MAX_COLUMN = 2 ** 30;

/**
 * @param {Trace} trace settled
 * @param {LaneTrack} lane
 * @param {TimeScale} scale in device pixels
 * @param {LanePicture} picture filled
 * @param {ColumnCache | null} [cache] for scales that start at a whole column of all time
 * @param {number} [leastSpans] of a lane whose columns are kept
 */
export function walkLane(trace, lane, scale, picture, cache = null, leastSpans = MANY_SPANS) {
  picture.reset(scale.widthPx);
  const firstColumn = Math.round(scale.startNanos * scale.pxPerNano);
  const isWorthIt = lane.shown.length >= leastSpans && Math.abs(firstColumn) < MAX_COLUMN;
  const known = isWorthIt ? cache : null;
  known?.turnTo(trace, lane, scale.spanNanos / scale.widthPx);
  /** The column that begins where the walk is, or -1 in the midst of one. */
  let atColumn = -1;
  const laneEnd = lane.hasEnded ? lane.endedNanos : trace.endNanos;
  const viewEnd = Math.min(scale.endNanos, laneEnd);
  if (!Number.isNaN(lane.startedNanos)) walkStarted(trace, lane, scale, picture);
  if (Number.isNaN(lane.beganNanos)) return;

  const { spans } = trace;
  const { data, length } = lane.shown;
  let nanos = Math.max(lane.beganNanos, scale.startNanos);
  let k = firstAbove(data, spans.endNanos, 0, length, nanos);
  let freePx = 0;
  /** The moment `sumsAtLeft` is about. */
  let summedNanos = NaN;
  while (nanos < viewEnd) {
    if (known !== null && atColumn >= 0) {
      const next = known.get(firstColumn + atColumn, picture.columnShares, picture.columns * SHARES);
      if (next >= 0) {
        picture.columnX[picture.columns++] = atColumn;
        freePx = ++atColumn;
        nanos = scale.toNanos(atColumn);
        k = next;
        continue;
      }
    }
    const wasAtColumn = atColumn;
    atColumn = -1;
    const row = k < length ? data[k] : -1;
    const spanStart = row < 0 ? laneEnd : Math.min(laneEnd, spans.startNanos[row]);
    const isGap = nanos < spanStart;
    const previous = k > 0 ? data[k - 1] : -1;
    const startNanos = isGap ? (previous < 0 ? lane.beganNanos : spans.endNanos[previous]) : spanStart;
    const endNanos = isGap ? spanStart : Math.min(laneEnd, spans.endNanos[row]);
    if ((endNanos - startNanos) * scale.pxPerNano >= MIN_RECT_PX) {
      const state = isGap ? RUNNING : trace.stateOf(lane, row);
      const left = Math.max(freePx, scale.toPx(Math.max(startNanos, scale.startNanos)));
      const right = Math.min(scale.widthPx, scale.toPx(endNanos));
      if (right > left) picture.rect(state, scale.toPx(startNanos), left, right, isGap ? 2 * k : 2 * k + 1);
      nanos = endNanos;
      if (!isGap) k++;
      continue;
    }
    const x = Math.max(freePx, Math.floor(scale.toPx(nanos)));
    const right = Math.min(scale.toNanos(x + 1), viewEnd);
    if (right <= nanos) {
      // Rounding put the whole slice left of this pixel.
      nanos = Math.max(endNanos, nanos + 1e-3);
      if (!isGap) k++;
      continue;
    }
    const next = firstAbove(data, spans.endNanos, k, length, right);
    if (nanos !== summedNanos) stillNanos(trace, lane, k, nanos, sumsAtLeft);
    stillNanos(trace, lane, next, right, sumsAtRight);
    fillColumn(picture, x, right - nanos, scale.pxPerNano);
    sumsAtLeft.set(sumsAtRight);
    summedNanos = right;
    freePx = x + 1;
    nanos = right;
    k = next;
    if (right === viewEnd) continue;
    atColumn = x + 1;
    if (known !== null && wasAtColumn === x)
      known.put(firstColumn + x, picture.columnShares, (picture.columns - 1) * SHARES, next);
  }
}

/** @param {Trace} trace @param {LaneTrack} lane @param {TimeScale} scale @param {LanePicture} picture */
function walkStarted(trace, lane, scale, picture) {
  const end = Number.isNaN(lane.beganNanos) ? trace.endNanos : lane.beganNanos;
  const left = Math.max(0, scale.toPx(lane.startedNanos));
  const right = Math.min(scale.widthPx, scale.toPx(end));
  if (right - left >= MIN_RECT_PX) picture.rect(STARTED, scale.toPx(lane.startedNanos), left, right, -1);
}

/**
 * Puts the difference between the two sums into a column.
 * @param {LanePicture} picture
 * @param {number} x
 * @param {number} nanos that the column stands for
 * @param {number} pxPerNano
 */
function fillColumn(picture, x, nanos, pxPerNano) {
  const base = picture.columns * SHARES;
  let running = nanos;
  for (let s = 0; s < STILL_STATES.length; s++) {
    const still = sumsAtRight[s] - sumsAtLeft[s];
    running -= still;
    picture.columnShares[base + 1 + s] = Math.max(0, still * pxPerNano);
  }
  picture.columnShares[base] = Math.max(0, running * pxPerNano);
  picture.columnX[picture.columns++] = x;
}

/**
 * How long the lane was in each of `STILL_STATES` before a moment.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} k the first shown span that ends after the moment
 * @param {number} nanos
 * @param {Float64Array} sums filled
 */
export function stillNanos(trace, lane, k, nanos, sums) {
  const { spans } = trace;
  const row = lane.shown.at(k < lane.shown.length ? k : lane.shown.length - 1);
  if (row < 0) {
    sums.fill(0);
    return;
  }
  const width = STILL_STATES.length;
  const { before } = spans;
  for (let s = 0; s < width; s++) sums[s] = before[row * width + s];
  const inside = Math.min(nanos, spans.endNanos[row]) - spans.startNanos[row];
  const still = inside > 0 ? STILL_STATES.indexOf(trace.stateOf(lane, row)) : -1;
  if (still >= 0) sums[still] += inside;
}
