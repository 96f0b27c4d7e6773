/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Timeline } from './timeline.js' */
import { firstAbove, firstAtLeast } from '../base/int-list.js';
import { isAccess } from '../model/event-kinds.js';
import { firstSlice, lastSlice, lineOf, neighbour, siteAt, sliceAt } from '../model/slices.js';

/* Moving the selection by keys: along a lane, between lanes, along flows. */

/** The lane the keys are in, or the first. @param {Timeline} timeline @returns {LaneTrack | null} */
function currentLane(timeline) {
  return timeline.trace.lanes.get(timeline.lane) ?? timeline.trace.laneOrder[0] ?? null;
}

/** The moment that is selected, or was clicked in the slice that is; else the middle of the view. @param {Timeline} timeline @returns {number} */
export function selectedNanos(timeline) {
  const { selection, trace, scale } = timeline;
  if (selection?.kind === 'slice') return selection.pointed ?? selection.slice.startNanos;
  if (selection?.kind === 'instant') return trace.instants.nanos[selection.row];
  return (scale.startNanos + scale.endNanos) / 2;
}

/** Next or previous slice in the lane. @param {Timeline} timeline @param {1 | -1} direction */
export function moveAlongLane(timeline, direction) {
  const { selection, trace } = timeline;
  const lane = currentLane(timeline);
  if (lane === null) return;
  if (moveAlongAccesses(timeline, direction)) return;
  const from = selection?.kind === 'slice' ? selection.slice : sliceAt(trace, lane, selectedNanos(timeline));
  const isFresh = selection?.kind !== 'slice';
  const next =
    from === null
      ? direction > 0
        ? firstSlice(trace, lane)
        : lastSlice(trace, lane)
      : isFresh
        ? from
        : neighbour(trace, from.lane, from.index, direction);
  if (next !== null) timeline.select({ kind: 'slice', slice: next }, true);
}

/** To the next or previous access to memory, where one is selected. @param {Timeline} timeline @param {1 | -1} direction @returns {boolean} */
function moveAlongAccesses(timeline, direction) {
  const { selection, trace } = timeline;
  if (selection?.kind !== 'instant' || !isAccess(trace.instants.kind[selection.row])) return false;
  const { lane, row } = selection;
  const list = lane.memory?.rows;
  if (list === undefined) return false;
  const next = list.at(firstAtLeast(list, row) + direction);
  if (next >= 0) timeline.select({ kind: 'instant', lane, row: next }, true);
  return true;
}

/** From a slice to the first access to memory from there on, and from an access to the slice it is in. @param {Timeline} timeline */
export function turnToAccesses(timeline) {
  const { selection, trace } = timeline;
  const lane = currentLane(timeline);
  if (lane === null || lane.memory === null) return;
  const nanos = selectedNanos(timeline);
  if (selection?.kind === 'instant' && isAccess(trace.instants.kind[selection.row])) {
    const slice = sliceAt(trace, lane, nanos);
    if (slice !== null) timeline.select({ kind: 'slice', slice }, true);
    return;
  }
  const { rows } = lane.memory;
  const next = firstAbove(rows.data, trace.instants.nanos, 0, rows.length, nanos - 1);
  const row = rows.at(Math.min(next, rows.length - 1));
  timeline.select({ kind: 'instant', lane, row }, true);
}

/** To the row below or above, at the same moment. @param {Timeline} timeline @param {1 | -1} direction */
export function moveBetweenRows(timeline, direction) {
  const { rows } = timeline.lanes;
  const current = selectedRow(timeline);
  const index = current < 0 ? 0 : Math.max(0, Math.min(rows.count - 1, current + direction));
  const next = rows.at(index);
  if (next === null) return;
  if (next.lane !== null) {
    goToLane(timeline, next.lane);
    return;
  }
  timeline.revealRow(index);
  timeline.select({ kind: 'group', group: next.group });
}

/** The row the keys are in, or -1. @param {Timeline} timeline @returns {number} */
function selectedRow(timeline) {
  const { selection, trace } = timeline;
  if (selection?.kind === 'group') return timeline.lanes.rows.indexOfGroup(selection.group);
  const lane = trace.lanes.get(timeline.lane);
  return lane === undefined ? -1 : timeline.lanes.rows.indexOf(lane);
}

/**
 * Opens or closes the group that is selected, or closes the one the lane is in.
 * @param {Timeline} timeline
 * @param {boolean | null} isOpen null to turn over
 * @returns {boolean} whether there was one
 */
export function unfoldSelected(timeline, isOpen) {
  const { selection, lanes, trace } = timeline;
  if (selection?.kind === 'group') {
    timeline.toggle(selection.group, isOpen ?? !selection.group.isOpen);
    return true;
  }
  const lane = trace.lanes.get(timeline.lane);
  const group = lane === undefined ? null : lanes.rows.groupOf(lane);
  if (group === null || isOpen !== false) return false;
  timeline.select({ kind: 'group', group });
  timeline.toggle(group, false);
  timeline.revealRow(lanes.rows.indexOfGroup(group));
  return true;
}

/** Selects what a lane does now, or its first slice. @param {Timeline} timeline @param {LaneTrack} lane */
export function goToLane(timeline, lane) {
  const { trace } = timeline;
  const slice = sliceAt(trace, lane, selectedNanos(timeline)) ?? firstSlice(trace, lane);
  timeline.lane = lane.id;
  timeline.revealLane(lane);
  if (slice !== null) timeline.select({ kind: 'slice', slice }, true);
  else timeline.repaint();
}

/** To where a flow leads, or where it comes from. @param {Timeline} timeline @param {1 | -1} direction */
export function moveAlongFlow(timeline, direction) {
  const { trace, flows } = timeline;
  const flow = direction > 0 ? (flows.out[0] ?? flows.into[0]) : flows.into[0];
  if (flow === undefined) return;
  const isOut = direction > 0;
  const lane = trace.lanes.get(isOut ? flow.toLane : flow.fromLane);
  if (lane === undefined) return;
  const access = isOut ? flow.toAccess : flow.fromAccess;
  if (access !== undefined) {
    timeline.select({ kind: 'instant', lane, row: access }, true);
    return;
  }
  const nanos = isOut ? flow.toNanos : flow.fromNanos;
  // At its end a slice has just stopped: forwards goes to what follows, backwards to what did it.
  const slice = isOut
    ? sliceAt(trace, lane, nanos)
    : (sliceAt(trace, lane, nanos - 1) ?? sliceAt(trace, lane, nanos));
  if (slice !== null) timeline.select({ kind: 'slice', slice }, true);
}

/** To the next slice or access to memory that was at a line, round and round. @param {Timeline} timeline @param {number} line */
export function goToLine(timeline, line) {
  const { trace, selection } = timeline;
  const { spans, instants } = trace;
  const from = selectedNanos(timeline);
  const isSelected = selection?.kind === 'slice' || selection?.kind === 'instant';
  /** @typedef {{lane: LaneTrack, start: number, access: number}} Spot */
  let best = /** @type {Spot | null} */ (null);
  let first = /** @type {Spot | null} */ (null);
  /** @param {LaneTrack} lane @param {number} start @param {number} access */
  function offer(lane, start, access) {
    if (first === null || start < first.start) first = { lane, start, access };
    const isLater = start > from || (start === from && isSelected && lane.id > timeline.lane);
    if (isLater && (best === null || start < best.start)) best = { lane, start, access };
  }
  for (const lane of trace.laneOrder) {
    for (const row of lane.shown.view()) {
      if (lineOf(trace, spans.site[row]) === line) offer(lane, spans.startNanos[row], -1);
    }
    for (const row of lane.memory?.rows.view() ?? []) {
      if (lineOf(trace, instants.site[row]) === line) offer(lane, instants.nanos[row], row);
    }
  }
  const spot = best ?? first;
  if (spot === null) return;
  const slice = spot.access < 0 ? sliceAt(trace, spot.lane, spot.start) : null;
  if (slice !== null) timeline.select({ kind: 'slice', slice }, true);
  else if (spot.access >= 0) timeline.select({ kind: 'instant', lane: spot.lane, row: spot.access }, true);
}

/**
 * Which line each lane is at, at a moment; lanes at the same line are joined.
 * @param {Timeline} timeline
 * @param {number} nanos
 * @param {(lane: LaneTrack) => string} name
 * @returns {{line: number, text: string}[]}
 */
export function linesAt(timeline, nanos, name) {
  const { trace } = timeline;
  /** @type {Map<number, string[]>} */
  const byLine = new Map();
  for (const lane of trace.laneOrder.slice(0, MAX_NOTED_LANES)) {
    const slice = sliceAt(trace, lane, nanos);
    const line = slice === null ? 0 : lineOf(trace, siteAt(trace, slice, nanos));
    if (line < 1) continue;
    byLine.set(line, [...(byLine.get(line) ?? []), name(lane)]);
  }
  return [...byLine].map(([line, names]) => ({
    line,
    text:
      names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', '),
  }));
}

const MAX_NOTED_LANES = 200;
