/** @import { Trace } from '../model/trace.js' */
import { STEP_NANOS } from '../base/clock.js';
import { TimeScale } from '../base/time-scale.js';

/** Share of the width left free on both sides when everything is shown. */
const FIT_MARGIN = 0.015;
/** How far beyond the last event open slices are shown at first, as a share of the time before it. */
const OPEN_TAIL = 0.3;

/** An empty view until there is a trace. @param {number} widthPx @returns {TimeScale} */
export function emptyScale(widthPx) {
  return new TimeScale(0, 1e6, Math.max(1, widthPx));
}

/**
 * Everything there is. A run that hung for seconds after its last event would be nearly all tail, so of what is still
 * open only a part is shown; the rest is there for whoever pans.
 * @param {Trace} trace
 * @param {number} widthPx
 * @returns {TimeScale}
 */
export function fitted(trace, widthPx) {
  const last = Math.max(1_000, trace.lastNanos);
  const end = trace.hasEnded ? Math.min(trace.endNanos, last * (1 + OPEN_TAIL)) : trace.endNanos;
  return emptyScale(widthPx).showing(0, Math.max(last, end), FIT_MARGIN);
}

/**
 * A range of time in the middle, with room around it.
 * @param {TimeScale} scale
 * @param {number} startNanos
 * @param {number} endNanos
 * @returns {TimeScale}
 */
export function centred(scale, startNanos, endNanos) {
  return scale.showing(startNanos, Math.max(endNanos, startNanos + 100), 0.25);
}

/**
 * The view moved as little as needed for a moment to be seen.
 * @param {TimeScale} scale
 * @param {number} nanos
 * @returns {TimeScale}
 */
export function revealing(scale, nanos) {
  const px = scale.toPx(nanos);
  const margin = scale.widthPx * 0.1;
  if (px >= margin && px <= scale.widthPx - margin) return scale;
  return scale.panBy(px < margin ? px - margin : px - scale.widthPx + margin);
}

/** Steps are at least so wide where a schedule is stepped. */
const LEAST_STEP_PX = 3;
/** Else so many are shown. */
const STEPS_AROUND = 40;

/**
 * The view in which a step is seen, and the steps around it are told apart: the same where it is one already.
 * @param {TimeScale} scale
 * @param {number} nanos
 * @returns {TimeScale}
 */
export function showingStep(scale, nanos) {
  const stepPx = (scale.widthPx * STEP_NANOS) / scale.spanNanos;
  if (stepPx >= LEAST_STEP_PX) return revealing(scale, nanos);
  const half = (STEPS_AROUND / 2) * STEP_NANOS;
  return centred(scale, Math.max(0, nanos - half), nanos + half);
}

/**
 * The view kept where there is something: at least its edge stays inside.
 * @param {TimeScale} scale
 * @param {number} endNanos of the trace
 * @returns {TimeScale}
 */
export function bounded(scale, endNanos) {
  const slack = scale.spanNanos * 0.8;
  const least = -slack;
  const most = Math.max(least, endNanos + slack - scale.spanNanos);
  const start = Math.min(most, Math.max(least, scale.startNanos));
  return start === scale.startNanos ? scale : new TimeScale(start, scale.spanNanos, scale.widthPx);
}
