/** @import { HoldTable, InstantTable } from './tables.js' */
import { IntList, firstAbove } from '../base/int-list.js';
import { at, sortByTime } from './tables.js';

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
    /** Rows of holds, in time order once sorted. */
    this.holds = new IntList();
    /** Rows of instants that may end another lane's wait on this object. */
    this.wakes = new IntList();
    /** Rows of spans that wait on this object. */
    this.waits = new IntList();
    this.isHoldsSorted = true;
    this.isWakesSorted = true;
  }

  /** @param {number} row @param {HoldTable} holds */
  addHold(row, holds) {
    const last = this.holds.last();
    if (last >= 0 && at(holds.startNanos, last) > at(holds.startNanos, row)) this.isHoldsSorted = false;
    this.holds.push(row);
    const lane = at(holds.lane, row);
    if (this.soleHolder === 0) this.soleHolder = lane;
    else if (this.soleHolder !== lane) this.soleHolder = -1;
  }

  /** @param {number} row @param {InstantTable} instants */
  addWake(row, instants) {
    const last = this.wakes.last();
    if (last >= 0 && at(instants.nanos, last) > at(instants.nanos, row)) this.isWakesSorted = false;
    this.wakes.push(row);
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
    if (!this.isHoldsSorted) {
      sortByTime(this.holds, holds.startNanos);
      this.isHoldsSorted = true;
    }
    const list = this.holds;
    const found = [];
    for (let i = firstAbove(list.data, holds.startNanos, 0, list.length, toNanos) - 1; i >= 0; i--) {
      const row = list.at(i);
      // Holds of one lock do not overlap, so what ended before `fromNanos` has only older ones before it.
      if (at(holds.endNanos, row) <= fromNanos) break;
      if (at(holds.startNanos, row) >= toNanos || at(holds.lane, row) === exceptLane) continue;
      found.push(row);
      if (found.length >= most) break;
    }
    return found.reverse();
  }

  /**
   * The rows of instants that woke somebody through this object, by time.
   * @param {InstantTable} instants
   * @returns {IntList}
   */
  sortedWakes(instants) {
    if (!this.isWakesSorted) {
      sortByTime(this.wakes, instants.nanos);
      this.isWakesSorted = true;
    }
    return this.wakes;
  }
}
