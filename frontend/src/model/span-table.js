import { grown } from '../base/int-list.js';
import { STILL_STATES } from './states.js';

/*
 * One column for each property and one row for each thing, whatever its lane: a trace of a million events is a few dozen
 * arrays and no objects. A lane has lists of row numbers.
 */

const FIRST_CAPACITY = 256;

/** Stretches of time in which a thread did not run, or was about to enter a monitor. Running is what lies between. */
export class SpanTable {
  constructor() {
    this.length = 0;
    this.startNanos = new Float64Array(FIRST_CAPACITY);
    /** Infinity while open. */
    this.endNanos = new Float64Array(FIRST_CAPACITY);
    /** The code of the record that began it. */
    this.kind = new Uint8Array(FIRST_CAPACITY);
    this.state = new Uint8Array(FIRST_CAPACITY);
    this.lane = new Int32Array(FIRST_CAPACITY);
    this.operation = new Uint16Array(FIRST_CAPACITY);
    this.object = new Int32Array(FIRST_CAPACITY);
    this.site = new Int32Array(FIRST_CAPACITY);
    this.argument = new Float64Array(FIRST_CAPACITY);
    /**
     * For each row, for each of `STILL_STATES`: time its lane spent in that state in the shown spans before this one. Side
     * by side, since all of a row are asked for at once.
     */
    this.before = new Float64Array(FIRST_CAPACITY * STILL_STATES.length);
  }

  /**
   * @param {number} startNanos
   * @param {number} lane
   * @param {number} kind
   * @param {number} state
   * @param {number} operation
   * @param {number} object
   * @param {number} site
   * @param {number} argument
   * @returns {number} the row
   */
  add(startNanos, lane, kind, state, operation, object, site, argument) {
    const row = this.length++;
    if (row === this.startNanos.length) this.#grow(row * 2);
    this.startNanos[row] = startNanos;
    this.endNanos[row] = Infinity;
    this.lane[row] = lane;
    this.kind[row] = kind;
    this.state[row] = state;
    this.operation[row] = operation;
    this.object[row] = object;
    this.site[row] = site;
    this.argument[row] = argument;
    return row;
  }

  /**
   * Sums up the time before `row`, which follows `previous` in its lane.
   * @param {number} row
   * @param {number} previous or -1
   */
  sumBefore(row, previous) {
    const width = STILL_STATES.length;
    const { before } = this;
    if (previous < 0) {
      before.fill(0, row * width, (row + 1) * width);
      return;
    }
    for (let s = 0; s < width; s++) before[row * width + s] = before[previous * width + s];
    const still = STILL_STATES.indexOf(this.state[previous]);
    if (still >= 0) before[row * width + still] += this.endNanos[previous] - this.startNanos[previous];
  }

  /** @param {number} capacity */
  #grow(capacity) {
    this.startNanos = grown(this.startNanos, capacity);
    this.endNanos = grown(this.endNanos, capacity);
    this.kind = grown(this.kind, capacity);
    this.state = grown(this.state, capacity);
    this.lane = grown(this.lane, capacity);
    this.operation = grown(this.operation, capacity);
    this.object = grown(this.object, capacity);
    this.site = grown(this.site, capacity);
    this.argument = grown(this.argument, capacity);
    this.before = grown(this.before, capacity * STILL_STATES.length);
  }
}
