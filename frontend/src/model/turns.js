/** @import { Nanos } from '../base/units.js' */
import { STEP_NANOS } from '../base/clock.js';

/** More steps than any run may make records. */
const MAX_STEPS = 1 << 24;

/** Steps one after the other. @typedef {{first: number, last: number}} Turn */

/** Which lane made each step of a schedule: where one thread moves at a time, only one has the turn. */
export class Turns {
  /** Number of the lane, by step; 0 where nothing was recorded. */
  #lanes = new Int32Array(256);
  /** Whether something was done with a lock, by step. */
  #locks = new Uint8Array(256);
  /** How many steps there are, counted from 0. */
  length = 0;

  /** @param {Nanos} nanos @param {number} lane @param {boolean} [isOfLock] */
  note(nanos, lane, isOfLock = false) {
    const step = Math.floor(nanos / STEP_NANOS);
    if (step >= MAX_STEPS) return;
    if (step >= this.#lanes.length) this.#grow(step + 1);
    this.#lanes[step] = lane;
    if (isOfLock) this.#locks[step] = 1;
    if (step >= this.length) this.length = step + 1;
  }

  /** @param {number} size */
  #grow(size) {
    const lanes = new Int32Array(Math.max(size, this.#lanes.length * 2));
    lanes.set(this.#lanes);
    this.#lanes = lanes;
    const locks = new Uint8Array(lanes.length);
    locks.set(this.#locks);
    this.#locks = locks;
  }

  /** Whether something was done with a lock or a monitor. @param {number} step @returns {boolean} */
  hasLock(step) {
    return this.#locks[step] === 1;
  }

  /** @param {number} step @returns {number} the lane, or 0 */
  laneAt(step) {
    return this.#lanes[step] ?? 0;
  }

  /** Whether a lane made any of these steps. @param {number} lane @param {number} first @param {number} last @returns {boolean} */
  hasAny(lane, first, last) {
    for (let step = Math.max(0, first); step <= last && step < this.length; step++)
      if (this.#lanes[step] === lane) return true;
    return false;
  }

  /**
   * The turns of a lane between two steps.
   * @param {number} lane
   * @param {number} first
   * @param {number} last
   * @param {number} limit how many at most
   * @returns {Turn[]}
   */
  of(lane, first, last, limit) {
    /** @type {Turn[]} */
    const turns = [];
    for (let step = Math.max(0, first); step <= last && step < this.length; step++) {
      if (this.#lanes[step] !== lane) continue;
      const previous = turns[turns.length - 1];
      if (previous?.last === step - 1) previous.last = step;
      else if (turns.length === limit) return turns;
      else turns.push({ first: step, last: step });
    }
    return turns;
  }
}

/** `5 to 7, 14`. @param {Turn[]} turns @returns {string} */
export function turnsText(turns) {
  return turns.map(({ first, last }) => (first === last ? `${first}` : `${first} to ${last}`)).join(', ');
}
