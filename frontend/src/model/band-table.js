import { grown } from '../base/int-list.js';

const FIRST_CAPACITY = 64;

/**
 * Stretches of time that lie over what a lane does and change no state: locks it holds, tasks it runs, the carrier it is
 * on. One table for each sort.
 */
export class BandTable {
  constructor() {
    this.length = 0;
    this.startNanos = new Float64Array(FIRST_CAPACITY);
    /** Infinity while open. */
    this.endNanos = new Float64Array(FIRST_CAPACITY);
    this.lane = new Int32Array(FIRST_CAPACITY);
    /** What it is about: a lock, a task, or the lane of a carrier. */
    this.object = new Int32Array(FIRST_CAPACITY);
    /** What more is to be said, by the sort of band: how a lock is held, why a thread is pinned. */
    this.how = new Uint8Array(FIRST_CAPACITY);
  }

  /**
   * @param {number} startNanos
   * @param {number} lane
   * @param {number} object
   * @param {number} how
   * @returns {number} the row
   */
  add(startNanos, lane, object, how) {
    const row = this.length++;
    if (row === this.startNanos.length) {
      this.startNanos = grown(this.startNanos, row * 2);
      this.endNanos = grown(this.endNanos, row * 2);
      this.lane = grown(this.lane, row * 2);
      this.object = grown(this.object, row * 2);
      this.how = grown(this.how, row * 2);
    }
    this.startNanos[row] = startNanos;
    this.endNanos[row] = Infinity;
    this.lane[row] = lane;
    this.object[row] = object;
    this.how[row] = how;
    return row;
  }
}
