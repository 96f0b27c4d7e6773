/** @import { BandTable } from './band-table.js' */
import { firstAbove } from '../base/int-list.js';
import { TimeOrder } from './time-order.js';

/* How a lock is held. */
export const HELD_ALONE = 0;
export const HELD_SHARED = 1;
export const HELD_PERMITS = 2;
/** Not a lock: the lane initialises the class. */
export const HELD_CLASS = 3;

/** How many holders are looked at for one moment. */
const MAX_HOLDERS = 64;
/** Where holds overlap, so many older ones are looked at for one that lasted. */
const MAX_STEPS = 4_096;

/** Who held one thing when. */
export class HoldHistory {
  constructor() {
    /** The only lane that ever held it, 0 when none did, -1 when several did. */
    this.soleHolder = 0;
    /** Whether several may hold it at once. */
    this.isShared = false;
    /** Whether permits were given back by a lane that had none, so that who has them is not known. */
    this.isHandedOn = false;
    this.rows = new TimeOrder();
  }

  /** @param {number} row @param {BandTable} holds */
  add(row, holds) {
    this.rows.add(row, holds.startNanos);
    const how = holds.how[row];
    if (how === HELD_SHARED || how === HELD_PERMITS) this.isShared = true;
    const lane = holds.lane[row];
    if (this.soleHolder === 0) this.soleHolder = lane;
    else if (this.soleHolder !== lane) this.soleHolder = -1;
  }

  /**
   * Who held it at some time between two moments.
   * @param {BandTable} holds
   * @param {number} fromNanos
   * @param {number} toNanos
   * @param {number} exceptLane 0 for nobody
   * @returns {number[]} rows of holds, in time order
   */
  between(holds, fromNanos, toNanos, exceptLane) {
    if (this.soleHolder === exceptLane || this.soleHolder === 0) return [];
    const list = this.rows.inOrder(holds.startNanos);
    const found = [];
    const last = firstAbove(list.data, holds.startNanos, 0, list.length, toNanos) - 1;
    for (let i = last; i >= 0 && last - i < MAX_STEPS; i--) {
      const row = list.at(i);
      if (holds.endNanos[row] <= fromNanos) {
        // Where one lane holds at a time, what ended before has only older ones before it.
        if (!this.isShared) break;
        continue;
      }
      if (holds.startNanos[row] >= toNanos || holds.lane[row] === exceptLane) continue;
      found.push(row);
      if (found.length >= MAX_HOLDERS) break;
    }
    return found.reverse();
  }

  /**
   * Whether a lane other than `lane` held it at some time between two moments; only asked of what one holds at a time.
   * @param {BandTable} holds
   * @param {number} fromNanos
   * @param {number} toNanos
   * @param {number} lane
   * @returns {boolean}
   */
  isHeldByOther(holds, fromNanos, toNanos, lane) {
    if (this.soleHolder === lane || this.soleHolder === 0) return false;
    const { data, length } = this.rows.inOrder(holds.startNanos);
    const { startNanos, endNanos } = holds;
    for (let i = firstAbove(data, startNanos, 0, length, toNanos) - 1; i >= 0; i--) {
      const row = data[i];
      if (endNanos[row] <= fromNanos) return false;
      if (startNanos[row] < toNanos && holds.lane[row] !== lane) return true;
    }
    return false;
  }
}
