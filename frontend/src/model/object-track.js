/** @import { HoldTable } from './tables.js' */
import { IntList, firstAbove } from '../base/int-list.js';
import { TimeOrder } from './tables.js';

/** How many holders of one object are looked at for one moment: more than one only for shared locks. */
const MAX_HOLDERS = 32;

/** What the trace knows of one object: its name, who held it when, who woke others through it. */
export class ObjectTrack {
  /** @param {number} id */
  constructor(id) {
    this.id = id;
    this.className = '';
    this.name = '';
    /** The lock this condition belongs to, or 0. */
    this.lock = 0;
    /** The only lane that ever held it, 0 when none did, -1 when several did. */
    this.soleHolder = 0;
    /** Rows of holds. */
    this.holds = new TimeOrder();
    /** Rows of instants that may end another lane's wait on this object. */
    this.wakes = new TimeOrder();
    /** Rows of spans that wait on this object. */
    this.waits = new IntList();
  }

  /** @param {number} row @param {HoldTable} holds */
  addHold(row, holds) {
    this.holds.add(row, holds.startNanos);
    const lane = holds.lane[row];
    if (this.soleHolder === 0) this.soleHolder = lane;
    else if (this.soleHolder !== lane) this.soleHolder = -1;
  }

  /**
   * Who else held it at some time between two moments.
   * @param {HoldTable} holds
   * @param {number} fromNanos
   * @param {number} toNanos
   * @param {number} exceptLane
   * @param {number} [most] stop after so many
   * @returns {number[]} rows of holds, in time order
   */
  heldByOthers(holds, fromNanos, toNanos, exceptLane, most = MAX_HOLDERS) {
    if (this.soleHolder === exceptLane || this.soleHolder === 0) return [];
    const list = this.holds.inOrder(holds.startNanos);
    const found = [];
    for (let i = firstAbove(list.data, holds.startNanos, 0, list.length, toNanos) - 1; i >= 0; i--) {
      const row = list.at(i);
      // Holds of one lock do not overlap, so what ended before `fromNanos` has only older ones before it.
      if (holds.endNanos[row] <= fromNanos) break;
      if (holds.startNanos[row] >= toNanos || holds.lane[row] === exceptLane) continue;
      found.push(row);
      if (found.length >= most) break;
    }
    return found.reverse();
  }
}
