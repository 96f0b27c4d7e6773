/** @import { Frame, Label } from './frame.js' */
/** @import { Palette } from './palette.js' */
import { cut } from '../base/visible-text.js';
import { formatMoment } from '../base/units.js';
import { captionOf, laneName } from '../model/sentences.js';
import { lastSlice, sliceOf } from '../model/slices.js';
import { RUNNING, TERMINATED, stateName } from '../model/states.js';
import * as geometry from './geometry.js';
import { AXIS_TICK_PX } from './frame.js';
import { lookOf } from './palette.js';

/** What drawing text needs of a 2D context. @typedef {Pick<CanvasRenderingContext2D, 'font' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'textBaseline' | 'textAlign' | 'fillText' | 'fillRect' | 'strokeRect' | 'measureText' | 'beginPath' | 'moveTo' | 'lineTo' | 'closePath' | 'stroke' | 'fill'>} TextContext */

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
export const LABEL_FONT = `500 11px ${FAMILY}`;
const NAME_FONT = `600 12.5px ${FAMILY}`;
const SMALL_FONT = `11px ${FAMILY}`;

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
  context.font = LABEL_FONT;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const label of labels) {
    const slice = sliceOf(trace, label.lane, label.index);
    if (slice === null) continue;
    const whole = slice.state === RUNNING ? 'running' : captionOf(trace, slice);
    const roomPx = label.rightPx - label.leftPx - 10;
    const middle = label.topPx + shape.barTop + shape.barHeight / 2 + 0.5;
    const lines =
      shape.barHeight < TWO_LINES_PX ? [fitting(context, whole, roomPx)] : inTwo(context, whole, roomPx);
    const top = middle - ((lines.length - 1) * LINE_PX) / 2;
    lines.forEach((line, index) => {
      if (line !== '')
        drawLine(context, lookOf(paints.palette, label.state), line, label, top + index * LINE_PX);
    });
  }
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
  const { scale, paints, headerPx, widthPx } = frame;
  const { palette } = paints;
  context.fillStyle = palette.header;
  context.fillRect(0, 0, widthPx, geometry.AXIS_HEIGHT);
  context.fillStyle = palette.line;
  context.fillRect(0, geometry.AXIS_HEIGHT - 1, widthPx, 1);
  const step = scale.tickStep(AXIS_TICK_PX);
  context.font = SMALL_FONT;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (let tick = Math.max(0, Math.ceil(scale.startNanos / step)); tick * step <= scale.endNanos; tick++) {
    const x = headerPx + scale.toPx(tick * step);
    context.fillStyle = palette.line;
    context.fillRect(Math.round(x), geometry.AXIS_HEIGHT - 8, 1, 8);
    context.fillStyle = palette.faint;
    context.fillText(formatMoment(tick * step, step), x + 5, geometry.AXIS_HEIGHT / 2);
  }
}

/**
 * Draws the lanes' names on the left.
 * @param {TextContext} context
 * @param {Frame} frame
 * @param {number} selectedLane its number, or 0
 * @param {(id: number) => string} toldEnd the end state the server told, or ''
 */
export function drawHeaders(context, frame, selectedLane, toldEnd) {
  const { trace, headerPx, heightPx, shape, paints } = frame;
  const { palette } = paints;
  context.fillStyle = palette.header;
  context.fillRect(0, geometry.AXIS_HEIGHT, headerPx, heightPx - geometry.AXIS_HEIGHT);
  const { first, last } = geometry.visibleLanes(
    shape,
    frame.scrollPx,
    heightPx - geometry.AXIS_HEIGHT,
    trace.laneOrder.length,
  );
  context.textBaseline = 'middle';
  for (let i = first; i < last; i++) {
    const lane = trace.laneOrder[i];
    if (lane === undefined) continue;
    const top = geometry.laneTop(shape, i, frame.scrollPx);
    if (lane.id === selectedLane) {
      context.fillStyle = palette.accent;
      context.fillRect(0, top + 3, 3, shape.height - 6);
    }
    const name = top + shape.height / 2 - 7;
    drawKind(context, lane.kind, 12, name, palette);
    context.textAlign = 'left';
    context.font = NAME_FONT;
    context.fillStyle = palette.text;
    context.fillText(fitting(context, laneName(lane), headerPx - 36), 28, name + 0.5);
    const state = lane.hasEnded
      ? 'terminated'
      : toldEnd(lane.id) || stateName(lastSlice(trace, lane)?.state ?? 0);
    drawEndState(context, state, 28, name + 15, headerPx - 40, palette);
  }
  context.fillStyle = palette.line;
  context.fillRect(headerPx - 1, 0, 1, heightPx);
  // Lanes that scroll away do so under the axis.
  context.fillStyle = palette.header;
  context.fillRect(0, 0, headerPx - 1, geometry.AXIS_HEIGHT - 1);
  context.font = SMALL_FONT;
  context.fillStyle = palette.faint;
  const count = trace.laneOrder.length;
  context.fillText(`${count} ${count === 1 ? 'thread' : 'threads'}`, 12, geometry.AXIS_HEIGHT / 2);
}

/** @param {TextContext} context @param {string} state @param {number} x @param {number} y @param {number} widthPx @param {Palette} palette */
function drawEndState(context, state, x, y, widthPx, palette) {
  const number = STATE_NUMBERS.indexOf(state);
  const look = lookOf(palette, number < 0 ? TERMINATED : number);
  context.fillStyle = look.fill;
  context.fillRect(x, y - 4, 8, 8);
  context.strokeStyle = look.edge;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y - 3.5, 7, 7);
  context.font = SMALL_FONT;
  context.fillStyle = palette.faint;
  context.fillText(fitting(context, state, widthPx - 14), x + 13, y + 0.5);
}

const STATE_NUMBERS = Array.from({ length: 7 }, (_, state) => stateName(state));

/** The kind of a thread as a shape: a square for platform, a diamond for virtual, bars for a carrier. @param {TextContext} context @param {number} kind @param {number} x @param {number} y @param {Palette} palette */
function drawKind(context, kind, x, y, palette) {
  context.strokeStyle = palette.faint;
  context.fillStyle = palette.faint;
  context.lineWidth = 1.4;
  if (kind === 2) {
    for (let bar = 0; bar < 3; bar++) context.fillRect(x, y - 4 + bar * 3.5, 10, 1.8);
    return;
  }
  if (kind === 0) {
    context.strokeRect(x + 1, y - 4, 8, 8);
    return;
  }
  context.beginPath();
  context.moveTo(x + 5, y - 5.5);
  context.lineTo(x + 10.5, y);
  context.lineTo(x + 5, y + 5.5);
  context.lineTo(x - 0.5, y);
  context.closePath();
  context.stroke();
}
