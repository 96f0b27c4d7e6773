/** @import { LaneMemory } from '../model/lane-track.js' */
/** @import { ColumnCache } from './column-cache.js' */
/** @import { Place } from './paint-bands.js' */
import { firstAbove } from '../base/int-list.js';
import { isVolatile } from '../model/access-sentences.js';
import { ATOMIC_USED } from '../model/event-kinds.js';
import { changes } from '../model/memory.js';
import { paintShape } from './paint-instants.js';

/** In a column: how many accesses, and how many of them changed something. */
export const ACCESS_SHARES = 2;

/** A mark that has less room than this to either side is a column. */
const APART = 7;
/** So many accesses in a column fill it. */
const FULL = 64;
/** Columns of a lane with fewer accesses are found as fast as they are kept. */
const MANY = 1_000;
const MAX_COLUMN = 2 ** 30;

const WRITE = ['#####', '#####', '#####', '#####', '#####'];
const READ = ['#####', '#...#', '#...#', '#...#', '#####'];
const ATOMIC = ['..#..', '.###.', '#####', '.###.', '..#..'];
const ATOMIC_READ = ['..#..', '.#.#.', '#...#', '.#.#.', '..#..'];

/** The marks and their names. @returns {{name: string, shape: string[], colour: 'plain' | 'volatile' | 'atomic'}[]} */
export function accessShapes() {
  return [
    { name: 'read', shape: READ, colour: 'plain' },
    { name: 'write', shape: WRITE, colour: 'plain' },
    { name: 'volatile', shape: WRITE, colour: 'volatile' },
    { name: 'atomic', shape: ATOMIC, colour: 'atomic' },
  ];
}

const column = new Float32Array(ACCESS_SHARES);

/**
 * Paints a lane's accesses to memory: a mark each where there is room, else how many there are to a pixel, the writes
 * among them dark at the foot.
 * @param {Place} place
 * @param {LaneMemory} memory
 * @param {ColumnCache} cache for scales that start at a whole column of all time
 */
export function paintAccesses(place, memory, cache) {
  const { trace, lane, scale, paints } = place;
  const { nanos: nanosOf } = trace.instants;
  const { data, length } = memory.rows;
  const apart = APART * Math.max(1, Math.round(paints.ratio));
  const firstColumn = Math.round(scale.startNanos * scale.pxPerNano);
  const isKept = length >= MANY && Math.abs(firstColumn) < MAX_COLUMN;
  if (isKept) cache.turnTo(trace, lane, scale.spanNanos / scale.widthPx);
  let i = firstAbove(data, nanosOf, 0, length, scale.startNanos - 1e-3);
  /** Where the access before is. */
  let beforePx = i > 0 ? scale.toPx(nanosOf[data[i - 1]]) : -Infinity;
  while (i < length) {
    const px = scale.toPx(nanosOf[data[i]]);
    if (px >= scale.widthPx) break;
    const x = Math.max(0, Math.floor(px));
    let next = isKept ? cache.get(firstColumn + x, column, 0) : -1;
    if (next < 0) {
      next = firstAbove(data, nanosOf, i, length, scale.toNanos(x + 1) - 1e-3);
      next = Math.max(next, i + 1);
      column[0] = next - i;
      column[1] = changesBetween(memory, i, next);
      if (isKept) cache.put(firstColumn + x, column, 0, next);
    }
    // A column kept from elsewhere may round the other way, which must not stop the walk.
    next = Math.max(next, i + 1);
    const nextPx = next < length ? scale.toPx(nanosOf[data[next]]) : Infinity;
    const isAlone = px - beforePx >= apart && nextPx - px >= apart;
    if (isAlone && column[0] === 1) paintMark(place, data[i], x);
    else paintColumn(place, x, isAlone);
    beforePx = px;
    i = next;
  }
}

/** @param {LaneMemory} memory @param {number} from @param {number} to @returns {number} */
function changesBetween({ changes: until }, from, to) {
  return until.data[to - 1] - (from > 0 ? until.data[from - 1] : 0);
}

/** Filled where it changes, hollow where it only sees; underlined where it is of a volatile. @param {Place} place @param {number} row @param {number} x */
function paintMark({ surface, trace, paints, shape, left, top: laneTop }, row, x) {
  const unit = Math.max(1, Math.round(paints.ratio));
  const top = laneTop + paints.px(shape.memoryTop);
  const isChange = changes(trace, row);
  if (trace.instants.kind[row] === ATOMIC_USED) {
    paintShape(surface, isChange ? ATOMIC : ATOMIC_READ, left + x, top, unit, paints.accesses.atomic, left);
    return;
  }
  const isOfVolatile = isVolatile(trace, row);
  const colour = isOfVolatile ? paints.accesses.volatile : paints.accesses.plain;
  paintShape(surface, isChange ? WRITE : READ, left + x, top, unit, colour, left);
  if (!isOfVolatile) return;
  const from = Math.max(left, left + x - 2 * unit);
  surface.fill(from, top + 6 * unit, left + x + 3 * unit - from, unit, colour);
}

/** Wider where nothing is near: a line of one pixel is soon overlooked. @param {Place} place @param {number} x @param {boolean} isAlone */
function paintColumn({ surface, paints, shape, left, top: laneTop }, x, isAlone) {
  const side = isAlone ? Math.max(1, Math.round(paints.ratio)) : 0;
  const from = Math.max(left, left + x - side);
  const width = left + x + side + 1 - from;
  const height = paints.px(shape.memoryHeight);
  const bottom = laneTop + paints.px(shape.memoryTop) + height;
  const share = Math.min(1, (1 + Math.log2(column[0])) / (1 + Math.log2(FULL)));
  const tall = Math.max(Math.ceil(height * 0.5), Math.round(height * share));
  // However few there were, a write among them leaves a pixel.
  const written = column[1] === 0 ? 0 : Math.max(1, Math.round((tall * column[1]) / column[0]));
  surface.fill(from, bottom - tall, width, tall - written, paints.accesses.density);
  surface.fill(from, bottom - written, width, written, paints.accesses.plain);
}
