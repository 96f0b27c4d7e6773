/** @import { LaneGroup } from './lane-groups.js' */
/** @import { LaneTrack } from './lane-track.js' */
/** @import { Trace } from './trace.js' */
import { NumberList, firstNumberAbove } from '../base/number-list.js';
import { CARRIER } from './lane-track.js';
import { STILL_STATES } from './states.js';

/*
 * How many lanes of a group were in a state at a time. Of each state all beginnings and all ends are kept, sorted, with
 * their running sums: the time spent in the state by all lanes until t is
 *
 *     sum of (t - begin) over beginnings before t  −  sum of (t - end) over ends before t,
 *
 * two searches, at any scale. A column of a picture is the difference of two of these.
 */

/** Beginnings and ends of one state. */
class Course {
  begins = new NumberList();
  ends = new NumberList();
  /** @type {Float64Array} */
  beginSums = new Float64Array(1);
  /** @type {Float64Array} */
  endSums = new Float64Array(1);

  /** @param {number} beginNanos @param {number} endNanos Infinity when it goes on */
  add(beginNanos, endNanos) {
    this.begins.push(beginNanos);
    if (endNanos !== Infinity) this.ends.push(endNanos);
  }

  sort() {
    this.beginSums = sorted(this.begins);
    this.endSums = sorted(this.ends);
  }
}

/** @param {NumberList} list sorted @returns {Float64Array} the sum of the first n, at n */
function sorted(list) {
  const view = list.view().sort();
  const sums = new Float64Array(view.length + 1);
  for (let i = 0; i < view.length; i++) sums[i + 1] = /** @type {number} */ (sums[i]) + view[i];
  return sums;
}

/** Courses: of all that is alive, then of each of `STILL_STATES`. */
const COURSES = STILL_STATES.length + 1;

/** A group's picture, made in steps so that a hundred thousand lanes freeze nothing. */
export class Density {
  #courses = Array.from({ length: COURSES }, () => new Course());
  #nextLane = 0;
  #nextSort = 0;

  /** @param {Trace} trace @param {LaneGroup} group */
  constructor(trace, group) {
    this.trace = trace;
    this.lanes = group.lanes;
    this.isOfCarriers = group.kind === CARRIER;
    /** The state of the trace it shows. */
    this.version = trace.version;
  }

  /** @returns {boolean} */
  get isReady() {
    return this.#nextSort === COURSES;
  }

  /** Does a part of the work. @param {number} spans about so many @returns {boolean} whether it is done */
  step(spans) {
    for (let seen = 0; this.#nextLane < this.lanes.length;) {
      if (seen >= spans) return false;
      seen += this.#take(/** @type {LaneTrack} */ (this.lanes[this.#nextLane++]));
    }
    if (this.#nextSort < COURSES) this.#courses[this.#nextSort++]?.sort();
    return this.isReady;
  }

  /** @param {LaneTrack} lane @returns {number} how much that was */
  #take(lane) {
    if (this.isOfCarriers) return this.#takeCarrier(lane);
    if (Number.isNaN(lane.beganNanos)) return 1;
    const { spans } = this.trace;
    this.#courses[0]?.add(lane.beganNanos, lane.hasEnded ? lane.endedNanos : Infinity);
    const { data, length } = lane.shown;
    for (let i = 0; i < length; i++) {
      const row = data[i];
      const s = STILL_STATES.indexOf(spans.state[row]);
      if (s >= 0) this.#courses[s + 1]?.add(spans.startNanos[row], spans.endNanos[row]);
    }
    return length + 1;
  }

  /** A carrier is alive while it carries. @param {LaneTrack} lane @returns {number} */
  #takeCarrier(lane) {
    const { startNanos, endNanos } = this.trace.mounts;
    const rows = lane.bands?.carried.inOrder(startNanos);
    if (rows === undefined) return 1;
    for (const row of rows.view()) this.#courses[0]?.add(startNanos[row], endNanos[row]);
    return rows.length + 1;
  }

  /**
   * How many lanes were in each state, on average over each of `columns` equal stretches of time.
   * @param {number} startNanos
   * @param {number} nanosPerColumn
   * @param {number} columns
   * @param {Float32Array} counts filled: for each column running, then `STILL_STATES`
   * @returns {number} the most that were alive in one column
   */
  fill(startNanos, nanosPerColumn, columns, counts) {
    let most = 0;
    for (let c = 0; c < COURSES; c++) {
      const { begins, ends, beginSums, endSums } = /** @type {Course} */ (this.#courses[c]);
      let b = 0;
      let e = 0;
      let before = NaN;
      for (let i = 0; i <= columns; i++) {
        const nanos = startNanos + i * nanosPerColumn;
        b = firstNumberAbove(begins.data, b, begins.length, nanos);
        e = firstNumberAbove(ends.data, e, ends.length, nanos);
        const until =
          nanos * (b - e) - /** @type {number} */ (beginSums[b]) + /** @type {number} */ (endSums[e]);
        if (i > 0) {
          const count = Math.max(0, (until - before) / nanosPerColumn);
          const at = (i - 1) * COURSES;
          counts[at + c] = count;
          if (c === 0 && count > most) most = count;
          // What is alive and not still, runs.
          if (c > 0) counts[at] = Math.max(0, counts[at] - count);
        }
        before = until;
      }
    }
    return most;
  }

  /** The most that were alive at one moment. @returns {number} */
  most() {
    const { begins, ends } = /** @type {Course} */ (this.#courses[0]);
    let most = 0;
    let over = 0;
    for (let i = 0; i < begins.length; i++) {
      while (over < ends.length && ends.data[over] <= begins.data[i]) over++;
      most = Math.max(most, i + 1 - over);
    }
    return most;
  }

  /** How many were alive at a moment. @param {number} nanos @returns {number} */
  aliveAt(nanos) {
    const { begins, ends } = /** @type {Course} */ (this.#courses[0]);
    return (
      firstNumberAbove(begins.data, 0, begins.length, nanos) -
      firstNumberAbove(ends.data, 0, ends.length, nanos)
    );
  }
}
