/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Trace } from '../model/trace.js' */

/** Columns kept for a lane: a power of two, more than a screen is wide. */
const KEPT = 4_096;
/** Lanes whose columns are kept: more than are in sight. */
const MAX_LANES = 96;

/** The columns of one lane, by their place on the axis of all time. */
class LaneColumns {
  /** @param {number} shares in a column */
  constructor(shares) {
    /** Which column each place holds; NaN none. */
    this.column = new Float64Array(KEPT).fill(NaN);
    /** The first shown span that ends after it. */
    this.next = new Int32Array(KEPT);
    this.shares = new Float32Array(KEPT * shares);
  }
}

/**
 * Columns that were found before. Who pans sees the same columns elsewhere, as long as they begin at whole multiples of
 * their width: so those of one scale are kept until the scale or the trace changes.
 */
export class ColumnCache {
  /** @type {Map<LaneTrack, LaneColumns>} */
  #lanes = new Map();
  /** @type {Trace | null} */
  #trace = null;
  #version = -1;
  #nanosPerPx = 0;
  /** @type {LaneColumns | null} */
  #current = null;

  /** @param {number} shares in a column */
  constructor(shares) {
    this.width = shares;
  }

  /** Turns to a lane. @param {Trace} trace @param {LaneTrack} lane @param {number} nanosPerPx */
  turnTo(trace, lane, nanosPerPx) {
    const isSame =
      trace === this.#trace && trace.version === this.#version && nanosPerPx === this.#nanosPerPx;
    if (!isSame || this.#lanes.size > MAX_LANES) this.#lanes.clear();
    this.#trace = trace;
    this.#version = trace.version;
    this.#nanosPerPx = nanosPerPx;
    let columns = this.#lanes.get(lane);
    if (columns === undefined) {
      columns = new LaneColumns(this.width);
      this.#lanes.set(lane, columns);
    }
    this.#current = columns;
  }

  /**
   * Copies a column that is known.
   * @param {number} column on the axis of all time
   * @param {Float32Array} shares
   * @param {number} at where to in `shares`
   * @returns {number} the first shown span that ends after it, or -1 when it is not known
   */
  get(column, shares, at) {
    const found = /** @type {LaneColumns} */ (this.#current);
    const place = column & (KEPT - 1);
    if (found.column[place] !== column) return -1;
    for (let s = 0; s < this.width; s++) shares[at + s] = found.shares[place * this.width + s];
    return found.next[place];
  }

  /** @param {number} column @param {Float32Array} shares @param {number} at @param {number} next */
  put(column, shares, at, next) {
    const kept = /** @type {LaneColumns} */ (this.#current);
    const place = column & (KEPT - 1);
    kept.column[place] = column;
    kept.next[place] = next;
    for (let s = 0; s < this.width; s++) kept.shares[place * this.width + s] = shares[at + s];
  }
}
