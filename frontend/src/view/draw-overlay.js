/** @import { Flow } from '../model/flows.js' */
/** @import { Slice } from '../model/slices.js' */
/** @import { Frame } from './frame.js' */
import * as geometry from './geometry.js';

/** More arrows than these have no names: they would hide what they point at. The drawer lists them. */
const MAX_NAMED_FLOWS = 3;

/**
 * What lies over the lanes.
 * @typedef {object} Overlay
 * @property {Slice | null} slice selected
 * @property {{lane: number, nanos: number, isAccess: boolean} | null} instant selected
 * @property {Flow[]} flows
 * @property {{startNanos: number, endNanos: number} | null} range selected
 * @property {number | null} cursorPx under the pointer
 * @property {number | null} stepNanos what comes from here on is drawn faintly
 */

/** @typedef {CanvasRenderingContext2D} OverlayContext */

const LABEL_FONT = '600 11px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';

/**
 * @param {OverlayContext} context
 * @param {Frame} frame
 * @param {Overlay} overlay
 */
export function drawOverlay(context, frame, overlay) {
  const { headerPx, widthPx, heightPx } = frame;
  context.save();
  context.beginPath();
  context.rect(headerPx, geometry.AXIS_HEIGHT, widthPx - headerPx, heightPx - geometry.AXIS_HEIGHT);
  context.clip();
  if (overlay.stepNanos !== null) drawStep(context, frame, overlay.stepNanos);
  if (overlay.range !== null) drawRange(context, frame, overlay.range);
  if (overlay.cursorPx !== null && overlay.cursorPx >= headerPx) {
    context.fillStyle = frame.paints.palette.faint;
    context.globalAlpha = 0.45;
    context.fillRect(Math.round(overlay.cursorPx), geometry.AXIS_HEIGHT, 1, heightPx);
    context.globalAlpha = 1;
  }
  if (overlay.slice !== null) drawSelection(context, frame, overlay.slice);
  if (overlay.instant !== null) drawInstant(context, frame, overlay.instant);
  for (const flow of overlay.flows) drawFlow(context, frame, flow, overlay.flows.length <= MAX_NAMED_FLOWS);
  context.restore();
}

/** What has not happened yet lies behind a veil. @param {OverlayContext} context @param {Frame} frame @param {number} nanos */
function drawStep(context, frame, nanos) {
  const { palette } = frame.paints;
  const x = Math.max(frame.headerPx, Math.round(frame.headerPx + frame.scale.toPx(nanos)));
  context.fillStyle = palette.surface;
  context.globalAlpha = 0.78;
  context.fillRect(x, geometry.AXIS_HEIGHT, Math.max(0, frame.widthPx - x), frame.heightPx);
  context.globalAlpha = 1;
  context.fillStyle = palette.accent;
  context.fillRect(x - 1, geometry.AXIS_HEIGHT, 2, frame.heightPx);
}

/** @param {OverlayContext} context @param {Frame} frame @param {Slice} slice */
function drawSelection(context, frame, slice) {
  const index = frame.rows.indexOf(slice.lane);
  if (frame.rows.at(index)?.lane !== slice.lane) return;
  const top = geometry.laneTop(frame.shape, index, frame.scrollPx) + frame.shape.barTop;
  const left = Math.max(-10, frame.scale.toPx(slice.startNanos));
  const end = frame.scale.toPx(slice.endNanos ?? frame.trace.endNanos);
  const right = Math.min(frame.scale.widthPx + 10, Math.max(left + 3, end));
  context.strokeStyle = frame.paints.palette.accent;
  context.lineWidth = 2.5;
  context.strokeRect(frame.headerPx + left - 0.5, top - 1, right - left + 1, frame.shape.barHeight + 2);
}

/** @param {OverlayContext} context @param {Frame} frame @param {{lane: number, nanos: number, isAccess: boolean}} instant */
function drawInstant(context, frame, instant) {
  const lane = frame.trace.lanes.get(instant.lane);
  const index = lane === undefined ? -1 : frame.rows.indexOf(lane);
  if (index < 0) return;
  const x = frame.headerPx + frame.scale.toPx(instant.nanos);
  const { tickTop, tickHeight, memoryTop, memoryHeight } = frame.shape;
  const inside = instant.isAccess ? memoryTop + memoryHeight / 2 : tickTop + tickHeight / 2;
  const y = geometry.laneTop(frame.shape, index, frame.scrollPx) + inside;
  context.strokeStyle = frame.paints.palette.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 6, 0, Math.PI * 2);
  context.stroke();
}

/** @param {OverlayContext} context @param {Frame} frame @param {{startNanos: number, endNanos: number}} range */
function drawRange(context, frame, range) {
  const { palette } = frame.paints;
  const left = frame.headerPx + frame.scale.toPx(range.startNanos);
  const right = frame.headerPx + frame.scale.toPx(range.endNanos);
  context.fillStyle = palette.accent;
  context.globalAlpha = 0.13;
  context.fillRect(left, geometry.AXIS_HEIGHT, right - left, frame.heightPx);
  context.globalAlpha = 1;
  context.fillRect(Math.round(left), geometry.AXIS_HEIGHT, 1, frame.heightPx);
  context.fillRect(Math.round(right), geometry.AXIS_HEIGHT, 1, frame.heightPx);
  label(
    context,
    frame,
    frame.trace.clock.length(range.endNanos - range.startNanos),
    (left + right) / 2,
    frame.heightPx - 14,
  );
}

/** @param {OverlayContext} context @param {Frame} frame @param {Flow} flow @param {boolean} isNamed */
function drawFlow(context, frame, flow, isNamed) {
  const { palette } = frame.paints;
  const from = point(frame, flow.fromLane, flow.fromNanos, flow.fromAccess !== undefined);
  const to = point(frame, flow.toLane, flow.toNanos, flow.toAccess !== undefined);
  if (from === null || to === null) return;
  context.strokeStyle = palette.flow;
  context.fillStyle = palette.flow;
  context.lineWidth = 1.8;
  context.setLineDash(flow.isOpen ? [5, 4] : []);
  const bend = Math.max(18, Math.min(60, Math.abs(to.x - from.x) / 2));
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.bezierCurveTo(from.x + bend, from.y, to.x - bend, to.y, to.x - 2, to.y);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.arc(from.x, from.y, 3, 0, Math.PI * 2);
  context.fill();
  context.beginPath();
  context.moveTo(to.x, to.y);
  context.lineTo(to.x - 8, to.y - 4.5);
  context.lineTo(to.x - 8, to.y + 4.5);
  context.closePath();
  context.fill();
  if (isNamed) label(context, frame, flow.label, (from.x + to.x) / 2, (from.y + to.y) / 2);
}

/** @param {Frame} frame @param {number} laneId @param {number} nanos @param {boolean} isAccess */
function point(frame, laneId, nanos, isAccess) {
  const lane = frame.trace.lanes.get(laneId);
  if (lane === undefined) return null;
  const index = frame.rows.indexOf(lane);
  if (index < 0) return null;
  const row = frame.rows.at(index);
  const top = geometry.laneTop(frame.shape, index, frame.scrollPx);
  const x = frame.headerPx + frame.scale.toPx(nanos);
  // Far outside the picture a curve would only cost time.
  const bound = frame.widthPx * 4;
  const { memoryTop, memoryHeight, barTop, barHeight } = frame.shape;
  const inside = isAccess && row?.lane === lane ? memoryTop + memoryHeight / 2 : barTop + barHeight / 2;
  return { x: Math.max(-bound, Math.min(bound, x)), y: top + inside };
}

/** @param {OverlayContext} context @param {Frame} frame @param {string} text @param {number} x @param {number} y */
function label(context, frame, text, x, y) {
  const { palette } = frame.paints;
  context.font = LABEL_FONT;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const width = context.measureText(text).width + 12;
  const middle = Math.max(frame.headerPx + width / 2 + 2, Math.min(frame.widthPx - width / 2 - 2, x));
  context.fillStyle = palette.surface;
  context.globalAlpha = 0.92;
  context.fillRect(middle - width / 2, y - 9, width, 18);
  context.globalAlpha = 1;
  context.fillStyle = palette.flow;
  context.fillText(text, middle, y);
}
