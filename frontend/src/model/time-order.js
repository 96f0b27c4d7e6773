import { IntList, firstAbove } from '../base/int-list.js';

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
