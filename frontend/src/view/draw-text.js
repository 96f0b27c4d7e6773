/** @import { Trace } from '../model/trace.js' */
/** @import { Frame, Label } from './frame.js' */
import { cut } from '../base/visible-text.js';
import { captionOf, laneNameOf } from '../model/sentences.js';
import { sliceOf } from '../model/slices.js';
import { RUNNING } from '../model/states.js';
import * as geometry from './geometry.js';
import { AXIS_TICK_PX } from './frame.js';
import { lookOf } from './palette.js';

/** What drawing text needs of a 2D context. @typedef {Pick<CanvasRenderingContext2D, 'font' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'textBaseline' | 'textAlign' | 'fillText' | 'fillRect' | 'strokeRect' | 'measureText' | 'beginPath' | 'moveTo' | 'lineTo' | 'closePath' | 'stroke' | 'fill'>} TextContext */

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
export const LABEL_FONT = `500 11px ${FAMILY}`;
export const NAME_FONT = `600 12.5px ${FAMILY}`;
export const SMALL_FONT = `11px ${FAMILY}`;

/** Text this much shorter than its room, by the mean width of a letter, fits whatever its letters are. */
const SURE_SHARE = 0.75;

/** @type {Map<string, number>} */
const widths = new Map();

/** The mean width of a character in a font; measuring each text would cost more than drawing it. @param {TextContext} context @returns {number} */
function meanWidth(context) {
  let width = widths.get(context.font);
  if (width === undefined) {
    const sample = 'waits for lock a · held by worker-2';
    width = context.measureText(sample).width / sample.length;
    widths.set(context.font, width);
  }
  return width;
}

/**
 * As much of a text as fits, or nothing when not even a few letters do.
 * @param {TextContext} context with its font set
 * @param {string} text
 * @param {number} widthPx
 * @returns {string}
 */
export function fitting(context, text, widthPx) {
  const mean = meanWidth(context);
  if (text.length * mean <= widthPx * SURE_SHARE) return text;
  if (widthPx < 4 * mean) return '';
  // Only what is near the limit is measured.
  const guess = cut(text, Math.ceil((widthPx / mean) * 1.3));
  const width = context.measureText(guess).width;
  if (guess === text && width <= widthPx) return text;
  const room = Math.floor((guess.length * widthPx) / Math.max(width, 1)) - 1;
  return room < 3 ? '' : `${cut(guess, room).trimEnd()}…`;
}

/**
 * A name cut in the middle where it does not fit: threads of a pool differ at the end.
 * @param {TextContext} context with its font set
 * @param {string} name
 * @param {number} widthPx
 * @returns {string}
 */
export function fittingName(context, name, widthPx) {
  const cutAtEnd = fitting(context, name, widthPx);
  const room = cutAtEnd.length - 1;
  if (cutAtEnd === name || room < 8) return cutAtEnd;
  const tail = Math.ceil(room * 0.6);
  return `${cut(name, room - tail)}…${name.slice(-tail).replace(/^[\udc00-\udfff]/, '')}`;
}

/** A bar at least this tall has room for two lines. */
const TWO_LINES_PX = 30;
const LINE_PX = 14;

/**
 * Writes into slices what their threads do.
 * @param {TextContext} context
 * @param {Frame} frame
 * @param {Label[]} labels
 */
export function drawLabels(context, frame, labels) {
  const { trace, shape, paints } = frame;
  const { fill, ink } = paints.palette.carried;
  const carried = { fill, mark: fill, edge: fill, ink };
  context.font = LABEL_FONT;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const label of labels) {
    const whole = textOf(trace, label);
    if (whole === '') continue;
    const roomPx = label.rightPx - label.leftPx - 10;
    const middle = label.topPx + shape.barTop + shape.barHeight / 2 + 0.5;
    const lines =
      shape.barHeight < TWO_LINES_PX ? [fitting(context, whole, roomPx)] : inTwo(context, whole, roomPx);
    const top = middle - ((lines.length - 1) * LINE_PX) / 2;
    lines.forEach((line, index) => {
      if (line !== '')
        drawLine(
          context,
          label.mount < 0 ? lookOf(paints.palette, label.state) : carried,
          line,
          label,
          top + index * LINE_PX,
        );
    });
  }
}

/** @param {Trace} trace @param {Label} label @returns {string} */
function textOf(trace, label) {
  if (label.mount >= 0) return laneNameOf(trace, trace.mounts.lane[label.mount]);
  const slice = sliceOf(trace, label.lane, label.index);
  if (slice === null) return '';
  return slice.state === RUNNING ? 'running' : captionOf(trace, slice);
}

/**
 * One line of a caption, or two broken at its dot.
 * @param {TextContext} context
 * @param {string} whole
 * @param {number} roomPx
 * @returns {string[]}
 */
function inTwo(context, whole, roomPx) {
  const one = fitting(context, whole, roomPx);
  const parts = whole.split(' · ');
  if (one === whole || parts.length < 2) return [one];
  return parts.slice(0, 2).map((part) => fitting(context, part, roomPx));
}

/** @param {TextContext} context @param {import('./palette.js').StateLook} look @param {string} text @param {Label} label @param {number} y */
function drawLine(context, look, text, label, y) {
  if (look.fill !== look.mark) {
    // Letters on a pattern are hard to read.
    context.fillStyle = look.fill;
    const width = Math.min(label.rightPx - label.leftPx - 4, text.length * meanWidth(context) + 6);
    context.fillRect(label.leftPx + 2, y - 7, width, 13);
  }
  context.fillStyle = look.ink;
  context.fillText(text, label.leftPx + 5, y);
}

/**
 * Draws the time axis over the lanes.
 * @param {TextContext} context
 * @param {Frame} frame
 */
export function drawAxis(context, frame) {
  const { trace, scale, paints, headerPx, widthPx } = frame;
  const { palette } = paints;
  context.fillStyle = palette.header;
  context.fillRect(0, 0, widthPx, geometry.AXIS_HEIGHT);
  context.fillStyle = palette.line;
  context.fillRect(0, geometry.AXIS_HEIGHT - 1, widthPx, 1);
  const step = scale.tickStep(AXIS_TICK_PX, trace.clock.leastTick);
  context.font = SMALL_FONT;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (let tick = Math.max(0, Math.ceil(scale.startNanos / step)); tick * step <= scale.endNanos; tick++) {
    const x = headerPx + scale.toPx(tick * step);
    context.fillStyle = palette.line;
    context.fillRect(Math.round(x), geometry.AXIS_HEIGHT - 8, 1, 8);
    context.fillStyle = palette.faint;
    context.fillText(trace.clock.tick(tick * step, step), x + 5, geometry.AXIS_HEIGHT / 2);
  }
}
