/** @import { LaneGroup } from '../model/lane-groups.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { TextContext } from './draw-text.js' */
/** @import { Frame } from './frame.js' */
/** @import { Palette } from './palette.js' */
import { formatCount } from '../base/units.js';
import { groupOrigin, groupTitles } from '../model/lane-groups.js';
import { CARRIER } from '../model/lane-track.js';
import { laneName } from '../model/sentences.js';
import { lastSlice } from '../model/slices.js';
import { TERMINATED, stateName } from '../model/states.js';
import { NAME_FONT, SMALL_FONT, fitting, fittingName } from './draw-text.js';
import * as geometry from './geometry.js';
import { lookOf } from './palette.js';

/** Members of an open group stand further in. */
const INDENT_PX = 10;

/**
 * Draws the lanes' names on the left.
 * @param {TextContext} context
 * @param {Frame} frame
 * @param {{lane: number, group: number}} selected number of the lane, or key of the group; 0 none
 * @param {ReadonlySet<number>} ready lanes that a click lets move
 * @param {(id: number) => string} toldState the state to show, or '' for the last that the trace knows
 */
export function drawHeaders(context, frame, selected, ready, toldState) {
  const { trace, headerPx, heightPx, shape, paints } = frame;
  const { palette } = paints;
  context.fillStyle = palette.header;
  context.fillRect(0, geometry.AXIS_HEIGHT, headerPx, heightPx - geometry.AXIS_HEIGHT);
  const { first, last } = geometry.visibleLanes(
    shape,
    frame.scrollPx,
    heightPx - geometry.AXIS_HEIGHT,
    frame.rows.count,
  );
  context.textBaseline = 'middle';
  for (let i = first; i < last; i++) {
    const row = frame.rows.at(i);
    if (row === null) continue;
    const top = geometry.laneTop(shape, i, frame.scrollPx);
    const isSelected = row.lane === null ? row.group.key === selected.group : row.lane.id === selected.lane;
    if (isSelected) {
      context.fillStyle = palette.accent;
      context.fillRect(0, top + 3, 3, shape.height - 6);
    }
    const middle = top + shape.height / 2;
    if (row.lane === null) drawGroup(context, frame, row.group, middle);
    else drawLane(context, frame, row.lane, middle, toldState);
    if (row.lane !== null && ready.has(row.lane.id)) drawReady(context, headerPx - 20, middle - 6.5, palette);
  }
  context.fillStyle = palette.line;
  context.fillRect(headerPx - 1, 0, 1, heightPx);
  // Lanes that scroll away do so under the axis.
  context.fillStyle = palette.header;
  context.fillRect(0, 0, headerPx - 1, geometry.AXIS_HEIGHT - 1);
  context.font = SMALL_FONT;
  context.fillStyle = palette.faint;
  const count = trace.laneOrder.length;
  context.fillText(
    `${formatCount(count)} ${count === 1 ? 'thread' : 'threads'}`,
    12,
    geometry.AXIS_HEIGHT / 2,
  );
}

/** @param {TextContext} context @param {Frame} frame @param {LaneTrack} lane @param {number} middle @param {(id: number) => string} toldState */
function drawLane(context, { trace, headerPx, rows, paints: { palette } }, lane, middle, toldState) {
  const indent = rows.groupOf(lane) === null ? 0 : INDENT_PX;
  drawKind(context, lane.kind, 12 + indent, middle - 7, palette);
  context.textAlign = 'left';
  context.font = NAME_FONT;
  context.fillStyle = palette.text;
  context.fillText(fittingName(context, laneName(lane), headerPx - 36 - indent), 28 + indent, middle - 6.5);
  if (lane.events === 0 && lane.kind === CARRIER) {
    context.font = SMALL_FONT;
    context.fillStyle = palette.faint;
    context.fillText('carrier', 28 + indent, middle + 8.5);
    return;
  }
  const state =
    toldState(lane.id) || (lane.hasEnded ? 'terminated' : stateName(lastSlice(trace, lane)?.state ?? 0));
  drawEndState(context, state, 28 + indent, middle + 8, headerPx - 40 - indent, palette);
}

/** A triangle that points on: a click lets the thread move. @param {TextContext} context @param {number} x @param {number} y @param {Palette} palette */
function drawReady(context, x, y, palette) {
  context.fillStyle = palette.accent;
  context.beginPath();
  context.moveTo(x, y - 5.5);
  context.lineTo(x + 9, y);
  context.lineTo(x, y + 5.5);
  context.closePath();
  context.fill();
}

/** The header of a group: a triangle that points down when it is open, how many, and where they come from. @param {TextContext} context @param {Frame} frame @param {LaneGroup} group @param {number} middle */
function drawGroup(context, { headerPx, paints: { palette } }, group, middle) {
  context.fillStyle = palette.accent;
  context.beginPath();
  const y = middle - 7;
  if (group.isOpen) {
    context.moveTo(12, y - 3.5);
    context.lineTo(22, y - 3.5);
    context.lineTo(17, y + 4.5);
  } else {
    context.moveTo(13, y - 5);
    context.lineTo(21, y);
    context.lineTo(13, y + 5);
  }
  context.closePath();
  context.fill();
  context.textAlign = 'left';
  context.font = NAME_FONT;
  context.fillStyle = palette.text;
  const roomPx = headerPx - 34;
  const titles = groupTitles(group);
  const title =
    titles.find((text) => fitting(context, text, roomPx) === text) ?? titles[titles.length - 1] ?? '';
  context.fillText(fitting(context, title, roomPx), 28, middle - 6.5);
  context.font = SMALL_FONT;
  context.fillStyle = palette.faint;
  context.fillText(fitting(context, groupOrigin(group), roomPx), 28, middle + 8.5);
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
