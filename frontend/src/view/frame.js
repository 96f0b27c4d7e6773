/** @import { TimeScale } from '../base/time-scale.js' */
/** @import { GroupDensities } from '../model/group-densities.js' */
/** @import { LaneRows } from '../model/lane-rows.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Trace } from '../model/trace.js' */
/** @import { LaneShape } from './geometry.js' */
/** @import { Paints } from './paints.js' */
/** @import { PixelSurface } from './pixel-surface.js' */
import { TimeScale as Scale } from '../base/time-scale.js';
import { RUNNING } from '../model/states.js';
import { AXIS_HEIGHT, laneTop, visibleLanes } from './geometry.js';
import { ColumnCache } from './column-cache.js';
import { LanePicture, SHARES, walkLane } from './lane-walk.js';
import { paintCarried, paintHolds, paintMounts, paintPins, paintTasks } from './paint-bands.js';
import { paintGroup } from './paint-group.js';
import { ACCESS_SHARES, paintAccesses } from './paint-accesses.js';
import { paintInstants } from './paint-instants.js';
import { paintBar } from './paint-lane.js';
import { paintTurns } from './paint-turns.js';

/**
 * What is to be seen: a trace, a part of time, a part of the lanes. All pixels are CSS pixels.
 * @typedef {object} Frame
 * @property {Trace} trace
 * @property {LaneRows} rows which lanes stand where
 * @property {GroupDensities} densities
 * @property {TimeScale} scale
 * @property {number} scrollPx
 * @property {number} widthPx
 * @property {number} heightPx
 * @property {number} headerPx width of the lanes' names
 * @property {LaneShape} shape
 * @property {Paints} paints
 */

/**
 * Room for text in a slice: where, and which slice; or which mount, on a carrier.
 * @typedef {{lane: LaneTrack, index: number, state: number, mount: number, leftPx: number, rightPx: number, topPx: number}} Label
 */

/** A slice narrower than this has no text. */
const MIN_LABEL_PX = 30;
/** Text is slow to draw; beyond so many pieces nobody reads them. */
const MAX_LABELS = 240;

const picture = new LanePicture();
const columns = new ColumnCache(SHARES);
const accessColumns = new ColumnCache(ACCESS_SHARES);

/** The scale moved by less than a pixel, to start at a whole column of all time. @param {TimeScale} scale @returns {TimeScale} */
function onColumns({ startNanos, spanNanos, widthPx }) {
  const nanosPerPx = spanNanos / widthPx;
  return new Scale(Math.round(startNanos / nanosPerPx) * nanosPerPx, spanNanos, widthPx);
}

/**
 * Paints the bars, holds and instants of all lanes that can be seen.
 * @param {PixelSurface} surface
 * @param {Frame} frame
 * @returns {Label[]} where text may be drawn
 */
export function paintFrame(surface, frame) {
  const { trace, scale, paints, shape, headerPx, heightPx } = frame;
  const { ratio } = paints;
  const left = paints.px(headerPx);
  const deviceScale = onColumns(
    new Scale(scale.startNanos, scale.spanNanos, Math.max(1, surface.width - left)),
  );
  surface.clear(paints.surface);
  const { first, last } = visibleLanes(shape, frame.scrollPx, heightPx - AXIS_HEIGHT, frame.rows.count);
  /** @type {Label[]} */
  const labels = [];
  for (let i = first; i < last; i++) {
    const row = frame.rows.at(i);
    if (row === null) continue;
    const { lane, group } = row;
    const topPx = laneTop(shape, i, frame.scrollPx);
    const top = Math.round(topPx * ratio);
    const height = Math.round((topPx + shape.height) * ratio) - top;
    const background = i % 2 === 1 ? paints.stripe : paints.surface;
    if (i % 2 === 1) surface.fill(left, top, surface.width - left, height, background);
    paintOutside(surface, frame, deviceScale, left, top, height);
    paintGrid(surface, frame, deviceScale, left, top, height);
    if (group !== null) {
      const density = frame.densities.of(group);
      if (density !== null) paintGroup(surface, density, deviceScale, paints, shape, left, top);
      continue;
    }
    const place = { surface, trace, lane, scale: deviceScale, paints, shape, left, top };
    walkLane(trace, lane, deviceScale, picture, columns);
    paintBar(surface, picture, paints, shape, left, top, background);
    if (trace.turns !== null) paintTurns(place, trace.turns);
    paintHolds(place);
    paintInstants(place);
    if (lane.memory !== null) paintAccesses(place, lane.memory, accessColumns);
    if (lane.bands !== null) {
      paintTasks(place, lane.bands);
      paintMounts(place, lane.bands);
      paintPins(place, lane.bands);
    }
    paintEnd(surface, lane, deviceScale, frame, left, top);
    if (lane.bands !== null && lane.bands.carried.rows.length > 0) {
      paintCarried(place, lane.bands, MIN_LABEL_PX * ratio, (mount, x, width) => {
        const leftPx = headerPx + x / ratio;
        const rightPx = leftPx + width / ratio;
        if (labels.length < MAX_LABELS)
          labels.push({ lane, index: -1, state: RUNNING, mount, leftPx, rightPx, topPx });
      });
    } else {
      collectLabels(labels, lane, topPx, headerPx, ratio);
    }
  }
  return labels;
}

/** Time before the run and after its end is shaded. @param {PixelSurface} surface @param {Frame} frame @param {TimeScale} scale @param {number} left @param {number} top @param {number} height */
function paintOutside(surface, frame, scale, left, top, height) {
  const { paints, trace } = frame;
  const start = Math.round(scale.toPx(0));
  if (start > 0) surface.fill(left, top, start, height, paints.after);
  const end = Math.round(scale.toPx(trace.endNanos));
  if (end >= surface.width - left) return;
  surface.fill(left + Math.max(0, end), top, surface.width, height, paints.after);
  if (end >= 0 && trace.hasEnded)
    surface.fill(left + end, top, Math.max(1, Math.round(paints.ratio)), height, paints.line);
}

/** @param {PixelSurface} surface @param {Frame} frame @param {TimeScale} scale @param {number} left @param {number} top @param {number} height */
function paintGrid(surface, frame, scale, left, top, height) {
  const step = frame.scale.tickStep(AXIS_TICK_PX, frame.trace.clock.leastTick);
  const first = Math.max(0, Math.ceil(scale.startNanos / step));
  for (let tick = first; tick * step <= scale.endNanos; tick++) {
    surface.fill(left + Math.round(scale.toPx(tick * step)), top, 1, height, frame.paints.grid);
  }
}

/** Ticks of the axis are at least so far apart. */
export const AXIS_TICK_PX = 84;

/** The end of a thread: a cap on its bar. @param {PixelSurface} surface @param {LaneTrack} lane @param {TimeScale} scale @param {Frame} frame @param {number} left @param {number} top */
function paintEnd(surface, lane, scale, { paints, shape }, left, top) {
  if (!lane.hasEnded) return;
  const x = Math.round(scale.toPx(lane.endedNanos));
  if (x < 0 || x > scale.widthPx) return;
  surface.fill(
    left + x,
    top + paints.px(shape.barTop - 3),
    Math.max(2, paints.px(3)),
    paints.px(shape.barHeight + 6),
    paints.text,
  );
}

/** @param {Label[]} labels @param {LaneTrack} lane @param {number} topPx @param {number} headerPx @param {number} ratio */
function collectLabels(labels, lane, topPx, headerPx, ratio) {
  for (let i = 0; i < picture.rects && labels.length < MAX_LABELS; i++) {
    const left = picture.rectLeft[i] / ratio;
    const right = picture.rectRight[i] / ratio;
    if (right - left < MIN_LABEL_PX) continue;
    labels.push({
      lane,
      index: picture.rectIndex[i],
      state: picture.rectState[i],
      mount: -1,
      leftPx: headerPx + left,
      rightPx: headerPx + right,
      topPx,
    });
  }
}
