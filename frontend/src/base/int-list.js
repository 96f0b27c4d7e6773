const EMPTY = new Int32Array(0);

/** A list of 32-bit integers that grows; empty lists own no memory. */
export class IntList {
  constructor() {
    /** @type {Int32Array} */
    this.data = EMPTY;
    this.length = 0;
  }

  /** @param {number} value */
  push(value) {
    if (this.length === this.data.length) this.data = grown(this.data, Math.max(4, this.length * 2));
    this.data[this.length++] = value;
  }

  /** Removes the last element. */
  drop() {
    this.length--;
  }

  /** @param {number} index @returns {number} the element, or -1 outside the list */
  at(index) {
    return index >= 0 && index < this.length ? this.data[index] : -1;
  }

  /** The last element, or -1. @returns {number} */
  last() {
    return this.at(this.length - 1);
  }

  /** The elements, without a copy. @returns {Int32Array} */
  view() {
    return this.data.subarray(0, this.length);
  }
}

/** The first index of an ascending list whose element is `value` or more, else its length. @param {IntList} list @param {number} value @returns {number} */
export function firstAtLeast({ data, length }, value) {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (data[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A copy of a typed array with room for `capacity` elements.
 * @template {Int32Array | Float64Array | Uint8Array | Uint16Array} T
 * @param {T} array
 * @param {number} capacity
 * @returns {T}
 */
export function grown(array, capacity) {
  const Type = /** @type {new (length: number) => T} */ (array.constructor);
  const copy = new Type(capacity);
  copy.set(array);
  return copy;
}

/**
 * The first index in `[from, to)` whose element's `key` is greater than `bound`, else `to`. The keys ascend. Searches
 * outwards from `from`, so that a walk through a list costs the logarithm of each step, not of the whole.
 * @param {Int32Array} ids
 * @param {Float64Array} key looked up by the ids
 * @param {number} from
 * @param {number} to
 * @param {number} bound
 * @returns {number}
 */
export function firstAbove(ids, key, from, to, bound) {
  let low = from;
  let step = 1;
  while (low + step <= to && key[ids[low + step - 1]] <= bound) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (key[ids[middle]] > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
