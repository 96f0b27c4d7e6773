/** @import { LaneTrack } from './lane-track.js' */
/** @import { Slice } from './slices.js' */
/** @import { Trace } from './trace.js' */
import { firstAbove } from '../base/int-list.js';
import { NONE } from './lane-track.js';
import { firstSlice, neighbour, sliceAt } from './slices.js';

/** Rows on a page of the list: a million events stay a few hundred elements. */
export const PAGE_ROWS = 200;

/** A row: a slice, an instant or access to memory, or what a carrier carried. @typedef {{nanos: number, slice: Slice | null, instant: number, mount: number}} TwinRow */

/**
 * Where a page begins: at a slice (-1: the first), or within it, after so many instants and accesses of the lane.
 * @typedef {{slice: number, instants: number, accesses: number}} TwinStart
 */

/** @type {Readonly<TwinStart>} */
export const BEGINNING = Object.freeze({ slice: -1, instants: -1, accesses: -1 });

/** @param {number} slice @returns {TwinStart} */
export function startAtSlice(slice) {
  return { slice, instants: -1, accesses: -1 };
}

/** A page in whose midst an instant or access is. @param {Trace} trace @param {LaneTrack} lane @param {number} nanos @returns {TwinStart} */
export function startBefore(trace, lane, nanos) {
  const slice = sliceAt(trace, lane, nanos);
  if (slice === null) return BEGINNING;
  const [instants, accesses] = [lane.instants, lane.memory?.rows ?? NONE].map((list) => {
    const from = firstIn(trace, list, slice);
    const to = firstAbove(list.data, trace.instants.nanos, 0, list.length, nanos - 1);
    return Math.max(from, to - PAGE_ROWS / 4);
  });
  return { slice: slice.index, instants: instants ?? -1, accesses: accesses ?? -1 };
}

/** A page that ends about where another begins. @param {Trace} trace @param {LaneTrack} lane @param {TwinStart} start @returns {TwinStart} */
export function startEarlier(trace, lane, start) {
  const slice = start.instants < 0 ? null : neighbour(trace, lane, start.slice - 1, 1);
  if (slice === null) return startAtSlice(Math.max(-1, start.slice - PAGE_ROWS));
  const firstInstant = firstIn(trace, lane.instants, slice);
  const firstAccess = firstIn(trace, lane.memory?.rows ?? NONE, slice);
  const instants = Math.max(firstInstant, start.instants - PAGE_ROWS);
  const accesses = Math.max(firstAccess, start.accesses - PAGE_ROWS);
  const isAll = instants === firstInstant && accesses === firstAccess;
  return isAll ? startAtSlice(slice.index) : { slice: slice.index, instants, accesses };
}

/** The first of a list that is in a slice. @param {Trace} trace @param {import('../base/int-list.js').IntList} list @param {Slice} slice @returns {number} */
function firstIn(trace, list, slice) {
  return firstAbove(list.data, trace.instants.nanos, 0, list.length, slice.startNanos - 1);
}

/**
 * A page of what a lane did, by time.
 * @param {Trace} trace
 * @param {LaneTrack} lane
 * @param {TwinStart} start
 * @returns {{rows: TwinRow[], next: TwinStart | null}}
 */
export function twinRows(trace, lane, start) {
  const slice = start.slice < 0 ? firstSlice(trace, lane) : neighbour(trace, lane, start.slice - 1, 1);
  if (slice === null && lane.bands !== null) return carriedRows(trace, lane.bands.carried, start.slice);
  return sliceRows(trace, lane, slice, start);
}

/** @param {Trace} trace @param {LaneTrack} lane @param {Slice | null} first @param {TwinStart} start */
function sliceRows(trace, lane, first, start) {
  const { nanos } = trace.instants;
  const list = lane.instants;
  const accesses = lane.memory?.rows ?? NONE;
  /** @type {TwinRow[]} */
  const rows = [];
  let slice = first;
  const isWithin = start.instants >= 0;
  let i = isWithin ? start.instants : slice === null ? 0 : firstIn(trace, list, slice);
  let a = isWithin ? start.accesses : slice === null ? 0 : firstIn(trace, accesses, slice);
  while (slice !== null && rows.length < PAGE_ROWS) {
    if (slice !== first || !isWithin) rows.push({ nanos: slice.startNanos, slice, instant: -1, mount: -1 });
    const next = neighbour(trace, lane, slice.index, 1);
    const end = next?.startNanos ?? Infinity;
    for (;;) {
      const instant = i < list.length && nanos[list.at(i)] < end ? list.at(i) : -1;
      const access = a < accesses.length && nanos[accesses.at(a)] < end ? accesses.at(a) : -1;
      if (instant < 0 && access < 0) break;
      if (rows.length >= 2 * PAGE_ROWS)
        return { rows, next: { slice: slice.index, instants: i, accesses: a } };
      // A lane's own rows are in the order they happened.
      const row = access < 0 || (instant >= 0 && instant < access) ? instant : access;
      if (row === instant) i++;
      else a++;
      rows.push({ nanos: nanos[row], slice: null, instant: row, mount: -1 });
    }
    slice = next;
  }
  return { rows, next: slice === null ? null : startAtSlice(slice.index) };
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
  return { rows, next: next < list.length ? startAtSlice(next) : null };
}
