/** @import { LaneTrack } from './lane-track.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';
import { firstSlice, neighbour } from './slices.js';

/** Rows on a page of the list: a million events stay a few hundred elements. */
export const PAGE_ROWS = 200;

/** A row: a slice, an instant, or what a carrier carried. @typedef {{nanos: number, slice: Slice | null, instant: number, mount: number}} TwinRow */

/**
 * A page of what a lane did, by time.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {number} start number of the first slice; -1 for the beginning
 * @returns {{rows: TwinRow[], nextStart: number | null}}
 */
export function twinRows(trace, lane, start) {
  const slice = start < 0 ? firstSlice(trace, lane) : neighbour(trace, lane, start - 1, 1);
  if (slice === null && lane.bands !== null) return carriedRows(trace, lane.bands.carried, start);
  return sliceRows(trace, lane, slice);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {Slice | null} first */
function sliceRows(trace, lane, first) {
  const { instants } = trace;
  const list = lane.instants;
  /** @type {TwinRow[]} */
  const rows = [];
  let slice = first;
  let i = slice === null ? 0 : firstAbove(list.data, instants.nanos, 0, list.length, slice.startNanos - 1);
  while (slice !== null && rows.length < PAGE_ROWS) {
    rows.push({ nanos: slice.startNanos, slice, instant: -1, mount: -1 });
    const next = neighbour(trace, lane, slice.index, 1);
    const end = next?.startNanos ?? Infinity;
    for (; i < list.length && instants.nanos[list.at(i)] < end && rows.length < 2 * PAGE_ROWS; i++) {
      rows.push({ nanos: instants.nanos[list.at(i)], slice: null, instant: list.at(i), mount: -1 });
    }
    slice = next;
  }
  return { rows, nextStart: slice?.index ?? null };
}

/** @param {Trace} trace @param {import('./time-order.js').TimeOrder} carried @param {number} start number of the first */
function carriedRows(trace, carried, start) {
  const { startNanos } = trace.mounts;
  const list = carried.inOrder(startNanos);
  const from = Math.max(0, start);
  const rows = [...list.view().subarray(from, from + PAGE_ROWS)].map((mount) => {
    return { nanos: startNanos[mount], slice: null, instant: -1, mount };
  });
  const next = from + PAGE_ROWS;
  return { rows, nextStart: next < list.length ? next : null };
}
