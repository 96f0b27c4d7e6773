import { IntList, firstAbove, grown } from '../base/int-list.js';
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
    /** For each of `STILL_STATES`: time its lane spent in that state in the shown spans before this one. */
    this.before = STILL_STATES.map(() => new Float64Array(FIRST_CAPACITY));
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
    for (let s = 0; s < STILL_STATES.length; s++) {
      const column = this.before[s];
      if (previous < 0) column[row] = 0;
      else {
        const own = this.state[previous] === STILL_STATES[s];
        const length = own ? this.endNanos[previous] - this.startNanos[previous] : 0;
        column[row] = column[previous] + length;
      }
    }
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
    this.before = this.before.map((column) => grown(column, capacity));
  }
}

/** Moments: a notify, an unpark, a start, output. */
export class InstantTable {
  constructor() {
    this.length = 0;
    this.nanos = new Float64Array(FIRST_CAPACITY);
    this.kind = new Uint8Array(FIRST_CAPACITY);
    this.operation = new Uint16Array(FIRST_CAPACITY);
    this.lane = new Int32Array(FIRST_CAPACITY);
    this.object = new Int32Array(FIRST_CAPACITY);
    this.site = new Int32Array(FIRST_CAPACITY);
    this.argument = new Float64Array(FIRST_CAPACITY);
  }

  /**
   * @param {number} nanos
   * @param {number} kind
   * @param {number} operation
   * @param {number} lane
   * @param {number} object
   * @param {number} site
   * @param {number} argument
   * @returns {number} the row
   */
  add(nanos, kind, operation, lane, object, site, argument) {
    const row = this.length++;
    if (row === this.nanos.length) this.#grow(row * 2);
    this.nanos[row] = nanos;
    this.kind[row] = kind;
    this.operation[row] = operation;
    this.lane[row] = lane;
    this.object[row] = object;
    this.site[row] = site;
    this.argument[row] = argument;
    return row;
  }

  /** @param {number} capacity */
  #grow(capacity) {
    this.nanos = grown(this.nanos, capacity);
    this.kind = grown(this.kind, capacity);
    this.operation = grown(this.operation, capacity);
    this.lane = grown(this.lane, capacity);
    this.object = grown(this.object, capacity);
    this.site = grown(this.site, capacity);
    this.argument = grown(this.argument, capacity);
  }
}

/** Stretches of time in which one lane held one monitor or lock. */
export class HoldTable {
  constructor() {
    this.length = 0;
    this.startNanos = new Float64Array(FIRST_CAPACITY);
    /** Infinity while held. */
    this.endNanos = new Float64Array(FIRST_CAPACITY);
    this.lane = new Int32Array(FIRST_CAPACITY);
    this.object = new Int32Array(FIRST_CAPACITY);
  }

  /**
   * @param {number} startNanos
   * @param {number} lane
   * @param {number} object
   * @returns {number} the row
   */
  add(startNanos, lane, object) {
    const row = this.length++;
    if (row === this.startNanos.length) {
      this.startNanos = grown(this.startNanos, row * 2);
      this.endNanos = grown(this.endNanos, row * 2);
      this.lane = grown(this.lane, row * 2);
      this.object = grown(this.object, row * 2);
    }
    this.startNanos[row] = startNanos;
    this.endNanos[row] = Infinity;
    this.lane[row] = lane;
    this.object[row] = object;
    return row;
  }
}

/**
 * Rows by time, although they arrive in batches by lane: what came since the last question is sorted in when one is asked.
 */
export class TimeOrder {
  constructor() {
    this.rows = new IntList();
    /** So many rows are in order. */
    this.sorted = 0;
  }

  /** @param {number} row @param {Float64Array} nanos */
  add(row, nanos) {
    const last = this.rows.last();
    if (this.sorted === this.rows.length && (last < 0 || nanos[last] <= nanos[row])) this.sorted++;
    this.rows.push(row);
  }

  /**
   * The rows in order; ties as they came.
   * @param {Float64Array} nanos
   * @returns {IntList}
   */
  inOrder(nanos) {
    const { rows, sorted } = this;
    if (sorted === rows.length) return rows;
    let earliest = Infinity;
    for (let i = sorted; i < rows.length; i++) earliest = Math.min(earliest, nanos[rows.at(i)]);
    // Late rows are late by a batch or two, so only the end of the list is touched.
    const from = firstAbove(rows.data, nanos, 0, sorted, earliest);
    const tail = Array.from(rows.data.subarray(from, rows.length));
    rows.data.set(
      tail.sort((a, b) => nanos[a] - nanos[b]),
      from,
    );
    this.sorted = rows.length;
    return rows;
  }
}
