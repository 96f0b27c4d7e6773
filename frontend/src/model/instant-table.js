import { grown } from '../base/int-list.js';

const FIRST_CAPACITY = 256;

/** Moments: a notify, an unpark, a start, output, an access to memory. */
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
    /** The same bytes, two words a row, low and high: a value from memory has all its 64 bits here. */
    this.words = new Int32Array(this.argument.buffer);
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
    this.words = new Int32Array(this.argument.buffer);
  }
}
